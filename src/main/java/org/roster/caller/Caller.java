package org.roster.caller;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and what it may do.
 *
 * @param tenant the tenant that the caller belongs to
 * @param kind what sort of caller it is
 * @param id the entity behind the credential: an application, a user or an API key
 * @param name how it is shown in the audit trail: a client identifier, a user name or a key's id
 * @param user the person on whose behalf the request is made, if there is one
 * @param clientId the OAuth 2.0 client of the access token, if one was used
 * @param scopes what the caller may do; {@code @RolesAllowed} is checked against these
 * @param via the contract through which it came
 * @param requestId the request's identifier, for the audit trail and the logs
 */
public record Caller(
        UUID tenant,
        Kind kind,
        UUID id,
        String name,
        @Nullable UUID user,
        @Nullable String clientId,
        Set<String> scopes,
        String via,
        String requestId) {

    /** The sorts of caller. */
    public enum Kind {
        CLIENT,
        USER,
        API_KEY,
        /** Roster itself, at its first start and for its own jobs. */
        SYSTEM
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Roster itself, acting in a tenant. It holds every right. */
    public static Caller system(UUID tenant, String via) {
        return new Caller(tenant, Kind.SYSTEM, tenant, "roster", null, null, Set.of(), via, "");
    }

    /**
     * Roster itself, on the request of this caller: for a step that does not depend on the caller's rights, such as one
     * that a one-time token allows.
     */
    public Caller asRoster(UUID inTenant) {
        return new Caller(inTenant, Kind.SYSTEM, inTenant, "roster", user, null, Set.of(), via, requestId);
    }

    /** The same caller on a request that has this identifier. */
    public Caller onRequest(String id) {
        return new Caller(tenant, kind, this.id, name, user, clientId, scopes, via, id);
    }

    public boolean holds(String scope) {
        return kind == Kind.SYSTEM || scopes.contains(scope);
    }

    /**
     * Whether the caller may hand on a permission. It must hold what Roster itself enforces; a permission that only
     * other systems know may be given by holders of {@link Scopes#PERMISSIONS_GRANT}.
     */
    public boolean mayGive(String permission) {
        return holds(permission) || (!Scopes.enforced(permission) && holds(Scopes.PERMISSIONS_GRANT));
    }

    /** Whether the caller may name a tenant other than its own. */
    public boolean platform() {
        return holds(Scopes.PLATFORM);
    }

    /** Whether the caller is this user. */
    public boolean is(UUID userId) {
        return userId.equals(user);
    }
}
