package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.directory.Changes;
import org.roster.event.Change;
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

    /**
     * Takes an access token of the caller's tenant back. Who shows a token may end it (RFC 7009 section 2.1).
     *
     * @return whether it was one, and not over
     */
    public boolean endAccess(Caller caller, String token) {
        var jwt = verifier.verify(token).orElse(null);
        if (jwt == null || !caller.tenant().equals(BearerCheck.uuid(jwt, "tenant"))) {
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
