package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.directory.application.Application;
import org.roster.directory.application.Client;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;

/**
 * Signs out: every token that was made for a user, or in a tenant, before this moment is over, here at once and on other
 * nodes within two seconds; refresh tokens are revoked.
 */
@ApplicationScoped
public class Sessions {

    @PersistenceContext
    EntityManager em;

    @Inject
    TokenVerifier verifier;

    @Inject
    Revocations revocations;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    @Shared
    Clock clock;

    /**
     * Ends a user's sessions, those where it is a guest too.
     *
     * @param tenant the tenant whose audit trail tells of it
     */
    public void end(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            var now = clock.instant();
            em.createQuery("update User u set u.sessionsEndedAt = :now where u.id = :user")
                    .setParameter("now", now)
                    .setParameter("user", user)
                    .executeUpdate();
            em.createQuery("update RefreshToken r set r.revokedAt = :now"
                            + " where r.userId = :user and r.revokedAt is null")
                    .setParameter("now", now)
                    .setParameter("user", user)
                    .executeUpdate();
            changes.happened(caller, tenant, "user.signed_out", "user", user, Map.of());
        });
    }

    /** A user's sessions that are not over, where it is a guest too; the newest first. */
    public List<Session> of(UUID user) {
        return em
                .createQuery(
                        "select r, a from RefreshToken r left join Application a on a.id = r.applicationId"
                                + " where r.userId = :user and r.usedAt is null and r.revokedAt is null"
                                + " and r.expiresAt > :now order by r.createdAt desc",
                        Object[].class)
                .setParameter("user", user)
                .setParameter("now", clock.instant())
                .setMaxResults(RefreshTokens.MOST)
                .getResultList()
                .stream()
                .map(row -> session((RefreshToken) row[0], (Application) row[1]))
                .toList();
    }

    private static Session session(RefreshToken token, @Nullable Application application) {
        return new Session(
                token.familyId(),
                token.tenantId(),
                application == null ? null : application.id(),
                token.expiresAt().minus(RefreshTokens.LIFE), // the family's end is fixed when it begins
                token.createdAt(),
                token.expiresAt());
    }

    /**
     * Takes back a token that a client was given (RFC 7009 section 2.1): an access token, or a refresh token with all
     * that came and would come of it. A token of another client stays as it is, and nothing is said about it.
     */
    public void revoke(Source from, Client client, String token) {
        var by = new Caller(
                client.tenant(),
                Caller.Kind.CLIENT,
                client.application(),
                client.clientId(),
                null,
                client.clientId(),
                Set.of(),
                from.via(),
                from.requestId());
        if (!refreshTokens.revoke(client, token)) {
            verifier.verify(token)
                    .filter(jwt -> client.clientId().equals(BearerCheck.text(jwt, "client_id")))
                    .ifPresent(jwt -> end(by, jwt));
        }
    }

    /**
     * Takes an access token of the caller's tenant back. Who shows a token may end it (RFC 7009 section 2.1).
     *
     * @return whether it was one, and not over
     */
    public boolean endAccess(Caller caller, String token) {
        return verifier.verify(token).filter(jwt -> end(caller, jwt)).isPresent();
    }

    private boolean end(Caller caller, JsonWebToken jwt) {
        if (!caller.tenant().equals(BearerCheck.uuid(jwt, "tenant"))) {
            return false;
        }
        var user = BearerCheck.uuid(jwt, "user");
        revocations.revoke(
                caller,
                jwt.getTokenID(),
                Instant.ofEpochSecond(jwt.getExpirationTime()),
                user == null ? caller.tenant() : user);
        return true;
    }

    /**
     * Takes a refresh token of the caller's tenant back, with all that came and would come of it.
     *
     * @return whether it was one, and not over
     */
    public boolean endRefresh(Caller caller, String token) {
        return refreshTokens.revoke(caller.tenant(), token);
    }

    /** Whoever has set a new password by a token leaves nobody signed in with the old one (R36). */
    void onChange(@Observes Change change) {
        if (change.type().equals("user.password_reset")) {
            end(change.actor(), change.tenant(), change.subject());
        }
    }

    /** Ends all sessions in a tenant, those of its clients too. */
    public void endAll(Caller caller, UUID tenant) {
        transactions.run(() -> {
            var now = clock.instant();
            em.createQuery("update Tenant t set t.sessionsEndedAt = :now where t.id = :tenant")
                    .setParameter("now", now)
                    .setParameter("tenant", tenant)
                    .executeUpdate();
            em.createQuery("update RefreshToken r set r.revokedAt = :now"
                            + " where r.tenantId = :tenant and r.revokedAt is null")
                    .setParameter("now", now)
                    .setParameter("tenant", tenant)
                    .executeUpdate();
            changes.happened(caller, tenant, "tenant.signed_out", "tenant", tenant, Map.of());
        });
    }
}
