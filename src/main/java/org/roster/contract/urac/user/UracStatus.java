package org.roster.contract.urac.user;

import org.roster.directory.Field;
import org.roster.directory.user.UserStatus;

/** The words that the contract has for where an account is in its life. */
public final class UracStatus {

    private UracStatus() {}

    public static String of(UserStatus status) {
        return switch (status) {
            case ACTIVE, UNVERIFIED -> "active";
            case INACTIVE -> "inactive";
            case PENDING_NEW -> "pendingNew";
            case PENDING_JOIN -> "pendingJoin";
        };
    }

    /** The state that a word of a request means. The newer edition's {@code pending} waits for the person, too. */
    static UserStatus meant(String word) {
        return switch (word) {
            case "active" -> UserStatus.ACTIVE;
            case "inactive" -> UserStatus.INACTIVE;
            case "pendingJoin", "pending" -> UserStatus.PENDING_JOIN;
            default -> UserStatus.PENDING_NEW;
        };
    }

    /** The change to a state; none where the user's present state has the same word. */
    static Field<UserStatus> change(UserStatus present, String word) {
        return of(present).equals(word) ? Field.absent() : Field.of(meant(word));
    }
}
