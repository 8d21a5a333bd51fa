package org.roster.contract.ecosys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.roster.caller.Scopes;

/** The scopes that this contract names. Those of users, groups, API keys and tenants are the core's own. */
public final class EcosysScopes {

    static final String BASIC = "basic";
    public static final String PROFILE = "profile";
    static final String EMAIL = "email";

    /** In the published catalogue, although no route asks for it: the list of users asks for {@code users:read}. */
    static final String USERS_LIST = "users:list";

    public static final String CLIENTS_CREATE = "clients:create";
    public static final String CLIENTS_READ = "clients:read";
    public static final String CLIENTS_UPDATE = "clients:update";
    public static final String CLIENTS_DELETE = "clients:delete";

    /** Concern only the person who logs in. */
    static final Set<String> PERSONAL = Set.of(BASIC, PROFILE, EMAIL);

    /** The catalogue of the original, and what Roster's additions in its style ask for. */
    static final Set<String> ALL = new LinkedHashSet<>(List.of(
            BASIC,
            PROFILE,
            EMAIL,
            Scopes.USERS_CREATE,
            Scopes.USERS_READ,
            Scopes.USERS_UPDATE,
            Scopes.USERS_DELETE,
            USERS_LIST,
            CLIENTS_CREATE,
            CLIENTS_READ,
            CLIENTS_UPDATE,
            CLIENTS_DELETE));

    private EcosysScopes() {}
}
