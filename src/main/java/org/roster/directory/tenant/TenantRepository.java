package org.roster.directory.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;

/** Finds tenants. */
@ApplicationScoped
class TenantRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Tenant> byId(UUID id) {
        return Optional.ofNullable(em.find(Tenant.class, id));
    }

    Optional<Tenant> byCode(String code) {
        return em.createQuery("select t from Tenant t where t.codeKey = :code", Tenant.class)
                .setParameter("code", Names.fold(code))
                .getResultStream()
                .findFirst();
    }

    List<Tenant> after(@Nullable UUID last, int limit) {
        var where = last == null ? "" : " where t.id > :last";
        var query = em.createQuery("select t from Tenant t" + where + " order by t.id", Tenant.class);
        if (last != null) {
            query.setParameter("last", last);
        }
        return query.setMaxResults(limit).getResultList();
    }

    void add(Tenant tenant) {
        em.persist(tenant);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(Tenant tenant) {
        em.remove(tenant);
        em.flush();
    }
}
