package org.roster.directory.application;

import java.util.Arrays;
import java.util.Optional;

/** The OAuth 2.0 grant types that a client may be allowed (RFC 6749). */
public enum GrantType {
    CLIENT_CREDENTIALS("client_credentials"),
    /** Only at contracts whose published form has it; Roster's own token endpoint refuses it (RFC 9700). */
    PASSWORD("password"),
    REFRESH_TOKEN("refresh_token");

    private final String wire;

    GrantType(String wire) {
        this.wire = wire;
    }

    /** The value of the {@code grant_type} parameter. */
    public String wire() {
        return wire;
    }

    public static Optional<GrantType> of(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
