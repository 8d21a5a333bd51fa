package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.directory.Changes;
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
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /** Ends the sessions that a user has in a tenant, which is its own or one that it is a guest of. */
    public void end(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            var now = clock.instant();
            em.createQuery("update User u set u.sessionsEndedAt = :now where u.id = :user")
                    .setParameter("now", now)
                    .setParameter("user", user)
                    .executeUpdate();
            em.createQuery("update RefreshToken r set r.revokedAt = :now"
                            + " where r.tenantId = :tenant and r.userId = :user and r.revokedAt is null")
                    .setParameter("now", now)
                    .setParameter("tenant", tenant)
                    .setParameter("user", user)
                    .executeUpdate();
            changes.happened(caller, tenant, "user.signed_out", "user", user, Map.of());
        });
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
