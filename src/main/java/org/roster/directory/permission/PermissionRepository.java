package org.roster.directory.permission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds what is said of permissions; every query takes the tenant first. */
@ApplicationScoped
class PermissionRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Permission> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(Permission.class, id))
                .filter(permission -> permission.tenantId().equals(tenant));
    }

    List<Permission> all(UUID tenant) {
        return em.createQuery("select p from Permission p where p.tenantId = :tenant", Permission.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** The rows that have one of these names or one of these ids. */
    List<Permission> byNamesOrIds(UUID tenant, Collection<String> names, Collection<UUID> ids) {
        return em.createQuery(
                        "select p from Permission p where p.tenantId = :tenant and (p.name in :names or p.id in :ids)",
                        Permission.class)
                .setParameter("tenant", tenant)
                .setParameter("names", new ArrayList<>(names))
                .setParameter("ids", new ArrayList<>(ids))
                .getResultList();
    }

    Set<String> inactive(UUID tenant) {
        return new HashSet<>(em.createQuery(
                        "select p.name from Permission p where p.tenantId = :tenant and p.status = :inactive",
                        String.class)
                .setParameter("tenant", tenant)
                .setParameter("inactive", PermissionStatus.INACTIVE)
                .getResultList());
    }

    void add(Permission permission) {
        em.persist(permission);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(Permission permission) {
        em.remove(permission);
        em.flush();
    }
}
