package org.roster.directory.user;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Checks;
import org.roster.directory.Field;
import org.roster.refusal.Refusal;

/** The forms of a user's plain members, which are the same for a new user and for a change. */
final class UserForm {

    private UserForm() {}

    static void check(UserDetails details) {
        names(details.givenName, details.middleName, details.familyName, details.displayName);
        others(details.phone, details.locale, details.externalId);
    }

    static void check(UserChange change) {
        required("username", change.username);
        required("status", change.status);
        required("emailVerified", change.emailVerified);
        required("accountLocked", change.accountLocked);
        required("accountExpired", change.accountExpired);
        required("credentialsExpired", change.credentialsExpired);
        required("mfa", change.mfa);
        required("resetPassword", change.resetPassword);
        required("resetSecondFactor", change.resetSecondFactor);
        names(
                change.givenName.value(),
                change.middleName.value(),
                change.familyName.value(),
                change.displayName.value());
        others(change.phone.value(), change.locale.value(), change.externalId.value());
    }

    private static void names(
            @Nullable String given, @Nullable String middle, @Nullable String family, @Nullable String display) {
        Checks.line("givenName", given, 128);
        Checks.line("middleName", middle, 128);
        Checks.line("familyName", family, 128);
        Checks.line("displayName", display, 256);
    }

    private static void others(@Nullable String phone, @Nullable String locale, @Nullable String externalId) {
        Checks.line("phone", phone, 64);
        Checks.line("externalId", externalId, 255);
        if (locale != null && (locale.length() > 35 || !wellFormed(locale))) {
            throw Refusal.invalid("locale", "must be a language tag such as en or es-MX (BCP 47)");
        }
    }

    private static boolean wellFormed(String locale) {
        // Java's tag of what it cannot read is "und".
        return !Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag().equals("und");
    }

    /** A member that the directory needs cannot be taken away. */
    private static <T> void required(String name, Field<T> field) {
        if (field.given() && field.value() == null) {
            throw Refusal.invalid(name, "must not be null");
        }
    }
}
