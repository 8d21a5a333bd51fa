package org.roster.directory.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;

/** Finds groups; every query takes the tenant first. */
@ApplicationScoped
class GroupRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Group> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(Group.class, id))
                .filter(group -> group.tenantId().equals(tenant));
    }

    List<Group> byIds(UUID tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select g from UserGroup g where g.tenantId = :tenant and g.id in :ids", Group.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", new ArrayList<>(ids))
                .getResultList();
    }

    Optional<Group> byCode(UUID tenant, String code) {
        return em.createQuery("select g from UserGroup g where g.tenantId = :tenant and g.codeKey = :code", Group.class)
                .setParameter("tenant", tenant)
                .setParameter("code", Names.fold(code))
                .getResultStream()
                .findFirst();
    }

    List<Group> find(UUID tenant, GroupFilter filter, @Nullable UUID last, int limit) {
        var where = new StringBuilder("g.tenantId = :tenant");
        if (last != null) {
            where.append(" and g.id > :last");
        }
        if (filter.code() != null) {
            where.append(" and g.codeKey = :code");
        }
        if (filter.name() != null) {
            where.append(" and g.nameKey = :name");
        }
        if (filter.application() != null) {
            where.append(" and g.applicationId = :application");
        }
        if (filter.user() != null) {
            where.append(" and exists (select m from Membership m where m.userId = :user and m.groupId = g.id)");
        }
        var query = em.createQuery("select g from UserGroup g where " + where + " order by g.id", Group.class)
                .setParameter("tenant", tenant);
        if (last != null) {
            query.setParameter("last", last);
        }
        if (filter.code() != null) {
            query.setParameter("code", Names.fold(filter.code()));
        }
        if (filter.name() != null) {
            query.setParameter("name", Names.fold(filter.name()));
        }
        if (filter.application() != null) {
            query.setParameter("application", filter.application());
        }
        if (filter.user() != null) {
            query.setParameter("user", filter.user());
        }
        return query.setMaxResults(limit).getResultList();
    }

    void add(Group group) {
        em.persist(group);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    /** Removes a group and everybody's membership in it. */
    void remove(UUID tenant, Group group) {
        em.createQuery("delete from Membership m where m.tenantId = :tenant and m.groupId = :group")
                .setParameter("tenant", tenant)
                .setParameter("group", group.id())
                .executeUpdate();
        em.remove(group);
        em.flush();
    }
}
