package org.roster.token;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;
import org.roster.persistence.Sweep;
import org.roster.persistence.Transactions;

/**
 * Takes away refresh tokens and revocations that are over, set off by new ones and apart from their transactions: were it done
 * within them, log-ins at the same moment would wait for each other's locks on rows that are none of theirs (decision 029).
 */
@ApplicationScoped
class TokenSweeper {

    private static final int AT_ONCE = 500;

    private final Sweep sweep = new Sweep("tokens", this::batch);

    @Resource
    @Nullable
    ManagedExecutorService executor;

    @PersistenceContext
    EntityManager em;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void now() {
        sweep.now(executor, clock.instant());
    }

    private boolean batch(Instant now) {
        return transactions.write(() -> {
            boolean more = remove("refresh_token", "token_hash", now);
            // A node that starts now must still learn of what clocks that go slow would take.
            return remove("revoked_token", "jti", now.minus(Revocations.SKEW.multipliedBy(2))) || more;
        });
    }

    /** By key, so that no row is locked that stays. */
    private boolean remove(String table, String key, Instant before) {
        var over = em.createNativeQuery("select " + key + " from " + table + " where expires_at < ?1")
                .setParameter(1, InstantConverter.utc(before))
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Object one : over) {
            em.createNativeQuery("delete from " + table + " where " + key + " = ?1")
                    .setParameter(1, one)
                    .executeUpdate();
        }
        return over.size() == AT_ONCE;
    }
}
