package org.roster.directory.user;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain members of a new user. Each method sets one and returns these details. */
public final class UserDetails {

    @Nullable
    String email;

    @Nullable
    String givenName;

    @Nullable
    String middleName;

    @Nullable
    String familyName;

    @Nullable
    String displayName;

    @Nullable
    String phone;

    @Nullable
    String locale;

    @Nullable
    String externalId;

    UserStatus status = UserStatus.ACTIVE;
    boolean emailVerified;
    boolean mfa;
    boolean resetPassword;
    boolean resetSecondFactor;
    Map<String, Object> profile = new LinkedHashMap<>();
    Map<String, Object> customData = new LinkedHashMap<>();

    UserDetails() {}

    public UserDetails middleName(@Nullable String name) {
        this.middleName = name;
        return this;
    }

    public UserDetails displayName(@Nullable String name) {
        this.displayName = name;
        return this;
    }

    public UserDetails phone(@Nullable String number) {
        this.phone = number;
        return this;
    }

    /** A language tag (BCP 47). */
    public UserDetails locale(@Nullable String tag) {
        this.locale = tag;
        return this;
    }

    /** The user's id in the system that keeps the master record. */
    public UserDetails externalId(@Nullable String id) {
        this.externalId = id;
        return this;
    }

    public UserDetails emailVerified(boolean verified) {
        this.emailVerified = verified;
        return this;
    }

    /** Whether a second factor is demanded from the first log-in on. */
    public UserDetails mfa(boolean demanded) {
        this.mfa = demanded;
        return this;
    }

    /** Whether a password of the user's own is demanded before the first log-in. */
    public UserDetails resetPassword(boolean demanded) {
        this.resetPassword = demanded;
        return this;
    }

    /** Whether a second factor has to be set up before the first log-in. */
    public UserDetails resetSecondFactor(boolean demanded) {
        this.resetSecondFactor = demanded;
        return this;
    }
}
