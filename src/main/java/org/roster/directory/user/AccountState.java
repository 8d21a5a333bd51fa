package org.roster.directory.user;

/**
 * Where an account is in its life: one word for its status and its flags together. What may happen to an account in each of
 * these states is said by {@link AccountStep}; {@code docs/accounts.md} has the picture.
 */
public enum AccountState {
    /** Made by an administrator, for somebody who has not set a password yet. */
    INVITED,
    /** Registered by the person, who has not proved the address yet. */
    REGISTERED,
    /** In use, although nobody has proved the address. */
    UNVERIFIED,
    /** In use. */
    ACTIVE,
    /** Taken out of use by an administrator. */
    INACTIVE,
    /** Locked by an administrator, whatever else it is; unlocking gives that back. */
    LOCKED,
    /** Run out, whatever else it is. */
    EXPIRED,
    /** Gone. Its events stay. */
    DELETED;

    /** Whether requests made on behalf of somebody in this state are served. */
    public boolean open() {
        return this == UNVERIFIED || this == ACTIVE;
    }

    static AccountState of(UserStatus status, boolean locked, boolean expired) {
        if (locked) {
            return LOCKED;
        }
        if (expired) {
            return EXPIRED;
        }
        return switch (status) {
            case PENDING_NEW -> INVITED;
            case PENDING_JOIN -> REGISTERED;
            case UNVERIFIED -> UNVERIFIED;
            case ACTIVE -> ACTIVE;
            case INACTIVE -> INACTIVE;
        };
    }
}
