package org.roster.directory.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roster.persistence.InstantConverter;

/** Keeps second factors and recovery codes. A user has one factor, at home, wherever it is a guest. */
@ApplicationScoped
class SecondFactorRepository {

    @PersistenceContext
    EntityManager em;

    Optional<SecondFactor> of(UUID tenant, UUID user) {
        return Optional.ofNullable(em.find(SecondFactor.class, user))
                .filter(factor -> factor.tenantId().equals(tenant));
    }

    /** The same, which no other transaction that asks for the same gets before this one has ended. */
    Optional<SecondFactor> locked(UUID tenant, UUID user) {
        return Optional.ofNullable(em.find(SecondFactor.class, user, LockModeType.PESSIMISTIC_WRITE))
                .filter(factor -> factor.tenantId().equals(tenant));
    }

    void add(SecondFactor factor) {
        em.persist(factor);
    }

    void add(RecoveryCode code) {
        em.persist(code);
    }

    void flush() {
        em.flush();
    }

    /** Notes that a step's code was used; no, if it or a later one was used before. Of several at once one is first. */
    boolean use(UUID tenant, UUID user, long step) {
        return em.createNativeQuery("update second_factor set last_step = ?1"
                                + " where tenant_id = ?2 and user_id = ?3 and last_step < ?1 and seed is not null")
                        .setParameter(1, step)
                        .setParameter(2, tenant)
                        .setParameter(3, user)
                        .executeUpdate()
                == 1;
    }

    /** Uses up a recovery code; of several requests with one code one is first. */
    boolean use(UUID tenant, UUID user, String codeHash, Instant now) {
        return em.createNativeQuery(
                                "update recovery_code set used_at = ?1 where user_id = ?2 and code_hash = ?3"
                                        + " and used_at is null"
                                        + " and exists (select 1 from second_factor f where f.user_id = ?2 and f.tenant_id = ?4)")
                        .setParameter(1, InstantConverter.utc(now))
                        .setParameter(2, user)
                        .setParameter(3, codeHash)
                        .setParameter(4, tenant)
                        .executeUpdate()
                == 1;
    }

    long codesLeft(UUID user) {
        return em.createQuery(
                        "select count(c) from RecoveryCode c where c.userId = :user and c.usedAt is null", Long.class)
                .setParameter("user", user)
                .getSingleResult();
    }

    void removeCodes(UUID user) {
        em.createQuery("delete from RecoveryCode c where c.userId = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    /** Takes the factor away with its codes; whether there was one that counted. */
    boolean remove(UUID user) {
        removeCodes(user);
        var factor = em.find(SecondFactor.class, user);
        if (factor == null) {
            return false;
        }
        boolean counted = factor.seed() != null;
        em.remove(factor);
        em.flush();
        return counted;
    }
}
