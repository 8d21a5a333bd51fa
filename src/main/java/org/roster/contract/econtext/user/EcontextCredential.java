package org.roster.contract.econtext.user;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.roster.constraint.Names;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.directory.group.Group;

/** The members that creating and changing a user read alike, with the original's own words. */
final class EcontextCredential {

    /** The least length of a password after trimming, in characters as people count them. */
    static final int LEAST = 7;

    private static final String BAD_EMAIL = "Invalid email address";
    private static final String SHORT = "Password must be at least 7 characters long";

    private EcontextCredential() {}

    /** The e-mail address in small letters, without white space around it. */
    static String email(EcontextBody body, Predicate<String> taken) {
        var given = body.text("email", BAD_EMAIL);
        var email = given == null ? "" : given.toLowerCase(Locale.ROOT).strip();
        if (taken.test(email)) {
            throw EcontextRefusal.invalid("email", "A user with that email address already exists");
        }
        if (Names.faultOfEmail(email).isPresent()) {
            throw EcontextRefusal.invalid("email", BAD_EMAIL);
        }
        return email;
    }

    /** The password without white space at its ends; what is inside stays. */
    static String password(EcontextBody body) {
        var given = body.text("password", SHORT);
        var password = given == null ? "" : given.strip();
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw EcontextRefusal.invalid("password", SHORT);
        }
        return password;
    }

    /** The groups of a body; null, false and an empty list are none, as in the original. */
    static List<Group> groups(EcontextBody body, UUID tenant, EcontextReferences references) {
        return body.empty("groups") ? List.of() : references.groups(tenant, body);
    }
}
