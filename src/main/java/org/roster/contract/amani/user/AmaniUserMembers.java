package org.roster.contract.amani.user;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniText;
import org.roster.credential.Passwords;
import org.roster.directory.Field;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserStatus;

/** What a body says of a user, as far as it says anything. */
record AmaniUserMembers(
        Field<String> email,
        Field<String> password,
        Field<String> firstName,
        Field<String> lastName,
        Field<String> phone,
        Field<Boolean> mfa,
        Field<Boolean> resetPw,
        Field<Boolean> reset2fa,
        Field<Boolean> active) {

    /** The least length of a password that the platform has published. */
    private static final int LEAST = 6;

    /** The address is the user name too, which is the shorter of the two in the directory. */
    private static final AmaniText EMAIL = AmaniText.email(Names.MAX_USERNAME);

    private static final AmaniText PASSWORD = AmaniText.password(LEAST, Passwords.MAX_LENGTH);
    private static final AmaniText NAME = AmaniText.optional(128);
    private static final AmaniText PHONE = AmaniText.optional(64);

    static AmaniUserMembers of(AmaniBody body) {
        return new AmaniUserMembers(
                body.text("email", EMAIL),
                body.text("password", PASSWORD),
                body.text("first_name", NAME),
                body.text("last_name", NAME),
                body.text("phone", PHONE),
                body.flag("mfa"),
                body.flag("reset_pw"),
                body.flag("reset_2fa"),
                body.flag("is_active"));
    }

    NewUser toNewUser(UUID tenant, Set<UUID> groups) {
        var address = email.orElse("");
        var wish = NewUser.of(tenant, address)
                .email(address)
                .names(some(firstName), some(lastName))
                .password(password.value())
                .passwordFloor(LEAST)
                .status(active.orElse(true) ? UserStatus.ACTIVE : UserStatus.INACTIVE)
                .groups(groups);
        wish.details()
                .phone(some(phone))
                .mfa(mfa.orElse(false))
                .resetPassword(resetPw.orElse(false))
                .resetSecondFactor(reset2fa.orElse(false));
        return wish;
    }

    UserChange toChange(User present, Field<Set<UUID>> groups) {
        return new UserChange()
                .username(named(present) ? email : Field.absent())
                .email(email)
                .givenName(firstName.map(AmaniUserMembers::some))
                .familyName(lastName.map(AmaniUserMembers::some))
                .phone(phone.map(AmaniUserMembers::some))
                .password(password)
                .passwordFloor(LEAST)
                .mfa(mfa)
                .resetPassword(resetPw)
                .resetSecondFactor(reset2fa)
                .status(status(present))
                .groups(groups);
    }

    /** Whether the user's name is its address; a name that another system gave it stays when the address changes. */
    private static boolean named(User user) {
        return user.email() != null && Names.fold(user.username()).equals(Names.fold(user.email()));
    }

    /** An account that may be used already stays what it is, verified or not. */
    private Field<UserStatus> status(User present) {
        if (!active.given() || active.orElse(true) == present.status().open()) {
            return Field.absent();
        }
        return Field.of(active.orElse(true) ? UserStatus.ACTIVE : UserStatus.INACTIVE);
    }

    private static @Nullable String some(Field<String> text) {
        return text.value() == null ? null : some(text.value());
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "AmaniUserMembers"; // never the password
    }
}
