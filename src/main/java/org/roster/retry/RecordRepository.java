package org.roster.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;

/** Keeps what was answered to keys. A row's id is a keyed hash over tenant, caller, contract and key. */
@ApplicationScoped
class RecordRepository {

    @PersistenceContext
    EntityManager em;

    Optional<IdempotencyRecord> byId(String id) {
        return Optional.ofNullable(em.find(IdempotencyRecord.class, id));
    }

    void add(String id, Lease first) {
        em.persist(new IdempotencyRecord(id, first));
        em.flush();
    }

    /** Takes over a row that nobody answers any more, or whose time is over; of several who want it one sees a row change. */
    boolean takeOver(String id, String lease, Lease next) {
        return em.createNativeQuery("update idempotency_record set fingerprint = ?1, lease = ?2, leased_until = ?3,"
                                + " done = false, sealed_answer = null, created_at = ?4, expires_at = ?5"
                                + " where id = ?6 and lease = ?7")
                        .setParameter(1, next.fingerprint())
                        .setParameter(2, next.name())
                        .setParameter(3, InstantConverter.utc(next.until()))
                        .setParameter(4, InstantConverter.utc(next.now()))
                        .setParameter(5, InstantConverter.utc(next.expiresAt()))
                        .setParameter(6, id)
                        .setParameter(7, lease)
                        .executeUpdate()
                == 1;
    }

    /** Writes the answer; false if the lease is another's meanwhile. */
    boolean answer(String id, String lease, @Nullable String sealed) {
        return em.createNativeQuery("update idempotency_record set done = true, sealed_answer = ?1"
                                + " where id = ?2 and lease = ?3 and done = false")
                        .setParameter(1, sealed)
                        .setParameter(2, id)
                        .setParameter(3, lease)
                        .executeUpdate()
                == 1;
    }

    void remove(String id, String lease) {
        em.createNativeQuery("delete from idempotency_record where id = ?1 and lease = ?2 and done = false")
                .setParameter(1, id)
                .setParameter(2, lease)
                .executeUpdate();
    }

    /** Takes away rows that are over, some at a time; how many. */
    int sweep(Instant now, int most) {
        var over = em.createNativeQuery("select id from idempotency_record where expires_at <= ?1")
                .setParameter(1, InstantConverter.utc(now))
                .setMaxResults(most)
                .getResultList();
        for (Object id : over) {
            em.createNativeQuery("delete from idempotency_record where id = ?1 and expires_at <= ?2")
                    .setParameter(1, id)
                    .setParameter(2, InstantConverter.utc(now))
                    .executeUpdate();
        }
        return over.size();
    }
}
