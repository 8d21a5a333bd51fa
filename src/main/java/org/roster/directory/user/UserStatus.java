package org.roster.directory.user;

import java.util.Arrays;
import java.util.List;

/** Where an account is in its life. The contracts have words of their own for these. */
public enum UserStatus {
    ACTIVE,
    INACTIVE,
    /** Invited by an administrator; has no password yet. */
    PENDING_NEW,
    /** Registered by themselves; the address is not verified yet. */
    PENDING_JOIN,
    /** Has a password and may log in, although the address is not verified. */
    UNVERIFIED;

    /** Whether accounts in this state may be used. */
    public boolean open() {
        return this == ACTIVE || this == UNVERIFIED;
    }

    /** All states in which accounts may be used. */
    static List<UserStatus> allOpen() {
        return Arrays.stream(values()).filter(UserStatus::open).toList();
    }
}
