package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.roster.persistence.InstantConverter;
import org.roster.persistence.Sweeper;

/**
 * Takes away refresh tokens and revocations that are over, set off by new ones and apart from their transactions: were it done
 * within them, log-ins at the same moment would wait for each other's locks on rows that are none of theirs (decision 029).
 */
@ApplicationScoped
class TokenSweeper extends Sweeper {

    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    TokenSweeper() {
        super("tokens");
    }

    @Override
    protected boolean batch(Instant now) {
        boolean more = remove("refresh_token", "token_hash", now);
        // A node that starts now must still learn of what clocks that go slow would take.
        return remove("revoked_token", "jti", now.minus(Revocations.SKEW.multipliedBy(2))) || more;
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
