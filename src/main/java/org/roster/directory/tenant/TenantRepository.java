package org.roster.directory.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.system.Ids;

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

    /** Of two tenants with one alias, which only chance could make, neither is meant. */
    Optional<Tenant> byObjectId(String objectId) {
        return Ids.range(objectId)
                .map(range -> em.createQuery(
                                "select t from Tenant t where t.id >= :first and t.id <= :last or t.objectId = :alias",
                                Tenant.class)
                        .setParameter("first", range.get(0))
                        .setParameter("last", range.get(1))
                        .setParameter("alias", objectId.toLowerCase(Locale.ROOT))
                        .setMaxResults(2)
                        .getResultList())
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    /** Whether there is, or ever was, a tenant with this id or one that shares its alias. */
    boolean known(UUID id) {
        return byObjectId(Ids.objectId(id)).isPresent()
                || !em.createQuery(
                                "select r.id from AuditRecord r where r.tenantId = :id and r.subjectId = :id",
                                UUID.class)
                        .setParameter("id", id)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    List<Tenant> slice(int offset, int limit, boolean byName) {
        return em.createQuery("select t from Tenant t order by " + (byName ? "t.name, t.id" : "t.id"), Tenant.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count() {
        return em.createQuery("select count(t) from Tenant t", Long.class).getSingleResult();
    }

    /** Adds a tenant with the row that counts its groups. */
    void add(Tenant tenant) {
        em.persist(tenant);
        em.flush();
        em.createNativeQuery("insert into group_counter (tenant_id, groups_made) values (?1, 0)")
                .setParameter(1, tenant.id())
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }

    /** Removes a tenant with what is said of its permissions, which nobody has any more. */
    void remove(Tenant tenant) {
        em.createQuery("delete from Permission p where p.tenantId = :tenant")
                .setParameter("tenant", tenant.id())
                .executeUpdate();
        em.remove(tenant);
        em.flush();
    }
}
