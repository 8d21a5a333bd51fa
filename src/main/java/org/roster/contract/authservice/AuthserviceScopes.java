package org.roster.contract.authservice;

import java.util.Set;

/** The authorities of this contract. A token carries them, and a role of one of these names gives it. */
public final class AuthserviceScopes {

    public static final String ADMIN = "ADMIN";
    public static final String WRITE = "WRITE_PRIVILEGES";
    public static final String READ = "READ_PRIVILEGES";

    public static final Set<String> ALL = Set.of(ADMIN, WRITE, READ);

    private AuthserviceScopes() {}
}
