package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Keeps the signing keys. They belong to the whole Roster, not to a tenant. */
@ApplicationScoped
class SigningKeyRepository {

    @PersistenceContext
    EntityManager em;

    /** The keys whose tokens are accepted at a time, the newest first. */
    List<SigningKey> good(Instant now) {
        return em.createQuery(
                        "select k from SigningKey k where k.retireAt > :now order by k.serial desc", SigningKey.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** All keys, the newest first. */
    List<SigningKey> all() {
        return em.createQuery("select k from SigningKey k order by k.serial desc", SigningKey.class)
                .getResultList();
    }

    void add(SigningKey key) {
        em.persist(key);
        em.flush();
    }

    void remove(SigningKey key) {
        em.remove(key);
    }
}
