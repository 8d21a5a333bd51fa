package org.roster.caller;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

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

    /** Roster itself, acting in a tenant on a request of which nobody knows yet who makes it. It holds every right. */
    public static Caller system(UUID tenant, Source from) {
        return new Caller(tenant, Kind.SYSTEM, tenant, "roster", null, null, Set.of(), from.via(), from.requestId());
    }

    /**
     * A user who has shown by a password, a code or a pin who they are, on a request of their own.
     *
     * @param tenant where the user acts
     */
    public static Caller person(UUID tenant, UUID user, String username, Set<String> scopes, Source from) {
        return new Caller(tenant, Kind.USER, user, username, user, null, scopes, from.via(), from.requestId());
    }

    /**
     * Roster itself, on the request of this caller: for a step that does not depend on the caller's rights, such as one
     * that a one-time token allows.
     */
    public Caller asRoster(UUID inTenant) {
        return new Caller(inTenant, Kind.SYSTEM, inTenant, "roster", user, null, Set.of(), via, requestId);
    }

    /** The same for a person whom the request is about. */
    public Caller onBehalfOf(@Nullable UUID person) {
        return new Caller(tenant, kind, id, name, person, clientId, scopes, via, requestId);
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

    /**
     * The person on whose behalf the request is made, for what everybody may do about themselves.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN} for an application that acts for itself, or a key that nobody owns
     */
    public UUID requireUser() {
        if (user == null) {
            throw new Refusal(Reason.USER_UNKNOWN, "user", "the credential is nobody's own");
        }
        return user;
    }

    /** Whether the caller is this user. */
    public boolean is(UUID userId) {
        return userId.equals(user);
    }
}
