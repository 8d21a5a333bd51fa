package org.roster.directory.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roster.persistence.InstantConverter;

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
    boolean use(UUID tenant, String tokenHash, Instant now) {
        return em.createQuery("update OneTimeToken t set t.usedAt = :now where t.tenantId = :tenant"
                                + " and t.tokenHash = :hash and t.usedAt is null and t.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("tenant", tenant)
                        .setParameter("hash", tokenHash)
                        .executeUpdate()
                == 1;
    }

    Optional<OneTimeToken> byHash(UUID tenant, String tokenHash) {
        return Optional.ofNullable(em.find(OneTimeToken.class, tokenHash))
                .filter(token -> token.tenantId().equals(tenant));
    }

    /** Takes away what a used token makes void: the others for the same step. */
    void removeOthers(UUID tenant, UUID user, Purpose purpose, String tokenHash) {
        em.createQuery("delete from OneTimeToken t where t.tenantId = :tenant and t.userId = :user"
                        + " and t.purpose = :purpose and t.tokenHash <> :hash")
                .setParameter("tenant", tenant)
                .setParameter("user", user)
                .setParameter("purpose", purpose)
                .setParameter("hash", tokenHash)
                .executeUpdate();
    }

    /** Without a tenant, for {@link OneTimeTokenService#whose}. */
    Optional<OneTimeToken> byHash(String tokenHash) {
        return Optional.ofNullable(em.find(OneTimeToken.class, tokenHash));
    }

    /** Takes away some of the tokens whose time was over before a moment; how many. By key, so that no row is locked that stays. */
    int sweep(Instant before, int most) {
        var over = em.createNativeQuery("select token_hash from one_time_token where expires_at < ?1")
                .setParameter(1, InstantConverter.utc(before))
                .setMaxResults(most)
                .getResultList();
        for (Object hash : over) {
            em.createNativeQuery("delete from one_time_token where token_hash = ?1")
                    .setParameter(1, hash)
                    .executeUpdate();
        }
        return over.size();
    }

    void remove(UUID tenant, UUID user, Purpose purpose) {
        em.createQuery("delete from OneTimeToken t"
                        + " where t.tenantId = :tenant and t.userId = :user and t.purpose = :purpose")
                .setParameter("tenant", tenant)
                .setParameter("user", user)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }
}
