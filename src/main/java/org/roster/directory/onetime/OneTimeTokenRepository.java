package org.roster.directory.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps one-time tokens. */
@ApplicationScoped
class OneTimeTokenRepository {

    @PersistenceContext
    EntityManager em;

    void add(OneTimeToken token) {
        em.persist(token);
        em.flush();
    }

    /** Marks a good token as used; of requests at the same instant exactly one sees a row change. */
    boolean use(UUID tenant, String tokenHash, Purpose purpose, Instant now) {
        return em.createQuery("update OneTimeToken t set t.usedAt = :now where t.tenantId = :tenant"
                                + " and t.tokenHash = :hash and t.purpose = :purpose"
                                + " and t.usedAt is null and t.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("tenant", tenant)
                        .setParameter("hash", tokenHash)
                        .setParameter("purpose", purpose)
                        .executeUpdate()
                == 1;
    }

    Optional<UUID> user(UUID tenant, String tokenHash) {
        return Optional.ofNullable(em.find(OneTimeToken.class, tokenHash))
                .filter(token -> token.tenantId().equals(tenant))
                .map(OneTimeToken::userId);
    }
}
