package org.roster.contract.econtext;

import org.jspecify.annotations.Nullable;
import org.roster.directory.user.UserStatus;

/** The words of this contract for whether something is in use. Only users can be unverified. */
public enum EcontextStatus {
    ENABLED,
    UNVERIFIED,
    DISABLED;

    public static EcontextStatus of(UserStatus status) {
        return switch (status) {
            case ACTIVE -> ENABLED;
            case INACTIVE -> DISABLED;
            case PENDING_NEW, PENDING_JOIN, UNVERIFIED -> UNVERIFIED;
        };
    }

    public static EcontextStatus of(boolean active) {
        return active ? ENABLED : DISABLED;
    }

    /**
     * What the directory calls it.
     *
     * @param present the user's status: whoever is called what they are called already stays what they are
     */
    public UserStatus toUserStatus(@Nullable UserStatus present) {
        if (present != null && of(present) == this) {
            return present;
        }
        return switch (this) {
            case ENABLED -> UserStatus.ACTIVE;
            case UNVERIFIED -> UserStatus.UNVERIFIED;
            case DISABLED -> UserStatus.INACTIVE;
        };
    }
}
