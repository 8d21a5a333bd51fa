package org.roster.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.roster.persistence.InstantConverter;
import org.roster.system.Ids;

/** Keeps what tenants ask of passwords, and the hashes of earlier ones. */
@ApplicationScoped
class PolicyRepository {

    @PersistenceContext
    EntityManager em;

    PasswordRules of(UUID tenant) {
        var found = em.find(TenantPolicy.class, tenant);
        return found == null ? PasswordRules.NONE : found.rules();
    }

    void put(UUID tenant, PasswordRules rules) {
        em.merge(new TenantPolicy(tenant, rules));
        em.flush();
    }

    void remove(UUID tenant) {
        var found = em.find(TenantPolicy.class, tenant);
        if (found != null) {
            em.remove(found);
            em.flush();
        }
    }

    /** The hashes of a user's earlier passwords, the newest first. */
    List<String> hashes(UUID user) {
        List<?> found = em.createNativeQuery(
                        "select password_hash from password_history where user_id = ?1 order by replaced_at desc, id desc")
                .setParameter(1, user)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    void addHash(UUID user, String hash, Instant at) {
        em.createNativeQuery("insert into password_history (id, user_id, password_hash, replaced_at)"
                        + " values (?1, ?2, ?3, ?4)")
                .setParameter(1, Ids.next())
                .setParameter(2, user)
                .setParameter(3, hash)
                .setParameter(4, InstantConverter.utc(at))
                .executeUpdate();
    }

    /** Keeps the newest. */
    void trim(UUID user, int kept) {
        var all = hashes(user);
        all.stream().skip(kept).forEach(hash -> em.createNativeQuery(
                        "delete from password_history where user_id = ?1 and password_hash = ?2")
                .setParameter(1, user)
                .setParameter(2, hash)
                .executeUpdate());
    }
}
