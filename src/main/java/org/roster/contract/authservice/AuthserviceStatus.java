package org.roster.contract.authservice;

import java.util.Optional;

/** The two words for whether something is in use. */
public final class AuthserviceStatus {

    public static final String ACTIVE = "ACTIVO";
    public static final String INACTIVE = "INACTIVO";

    private AuthserviceStatus() {}

    public static String of(boolean active) {
        return active ? ACTIVE : INACTIVE;
    }

    /** Whether the word says that it is in use; empty for any other word. */
    public static Optional<Boolean> active(String word) {
        return switch (word) {
            case ACTIVE -> Optional.of(true);
            case INACTIVE -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
