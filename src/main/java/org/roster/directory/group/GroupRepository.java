package org.roster.directory.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.directory.query.Contains;
import org.roster.system.Ids;

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

    /** Of two groups with one alias, which only chance could make, neither is meant. */
    Optional<Group> byObjectId(UUID tenant, String objectId) {
        return Ids.range(objectId)
                .map(range -> em.createQuery(
                                "select g from UserGroup g where g.tenantId = :tenant"
                                        + " and (g.id >= :first and g.id <= :last or g.objectId = :alias)",
                                Group.class)
                        .setParameter("tenant", tenant)
                        .setParameter("first", range.get(0))
                        .setParameter("last", range.get(1))
                        .setParameter("alias", objectId.toLowerCase(Locale.ROOT))
                        .setMaxResults(2)
                        .getResultList())
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    /** The same in all tenants, by the key alone. */
    Optional<Group> byObjectId(String objectId) {
        return Ids.range(objectId)
                .map(range -> em.createQuery(
                                "select g from UserGroup g where g.id >= :first and g.id <= :last", Group.class)
                        .setParameter("first", range.get(0))
                        .setParameter("last", range.get(1))
                        .setMaxResults(2)
                        .getResultList())
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    Optional<Group> byNumber(UUID tenant, int number) {
        return em.createQuery(
                        "select g from UserGroup g where g.tenantId = :tenant and g.number = :number", Group.class)
                .setParameter("tenant", tenant)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    List<Group> byNumbers(UUID tenant, Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select g from UserGroup g where g.tenantId = :tenant and g.number in :numbers",
                                Group.class)
                        .setParameter("tenant", tenant)
                        .setParameter("numbers", new ArrayList<>(numbers))
                        .getResultList();
    }

    List<Group> byCodes(UUID tenant, Collection<String> codes) {
        var keys = codes.stream().map(Names::fold).distinct().toList();
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select g from UserGroup g where g.tenantId = :tenant and g.codeKey in :codes"
                                        + " order by g.id",
                                Group.class)
                        .setParameter("tenant", tenant)
                        .setParameter("codes", keys)
                        .getResultList();
    }

    /** The groups of many users at once; a user without any is not among the keys. */
    Map<UUID, List<Group>> ofUsers(UUID tenant, Collection<UUID> users) {
        var groups = new LinkedHashMap<UUID, List<Group>>();
        if (!users.isEmpty()) {
            em.createQuery(
                            "select m.userId, g from Membership m, UserGroup g where m.userId in :users"
                                    + " and g.id = m.groupId and g.tenantId = :tenant order by g.id",
                            Object[].class)
                    .setParameter("users", new ArrayList<>(users))
                    .setParameter("tenant", tenant)
                    .getResultStream()
                    .forEach(row -> groups.computeIfAbsent((UUID) row[0], user -> new ArrayList<>())
                            .add((Group) row[1]));
        }
        return groups;
    }

    /** The number of the tenant's next group. Groups of one tenant take turns until each is there or given up. */
    int nextNumber(UUID tenant) {
        em.createNativeQuery("update group_counter set groups_made = groups_made + 1 where tenant_id = ?1")
                .setParameter(1, tenant)
                .executeUpdate();
        var made = em.createNativeQuery("select groups_made from group_counter where tenant_id = ?1")
                .setParameter(1, tenant)
                .getSingleResult();
        return ((Number) made).intValue();
    }

    List<Group> find(UUID tenant, GroupFilter filter, @Nullable UUID last, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = narrowed(filter, parameters);
        if (last != null) {
            where += " and g.id > :last";
            parameters.put("last", last);
        }
        return run(tenant, where, parameters).setMaxResults(limit).getResultList();
    }

    List<Group> slice(UUID tenant, GroupFilter filter, int offset, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        return run(tenant, narrowed(filter, parameters), parameters)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(UUID tenant, GroupFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = narrowed(filter, parameters);
        var query = em.createQuery("select count(g) from UserGroup g where g.tenantId = :tenant" + where, Long.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private TypedQuery<Group> run(UUID tenant, String where, Map<String, Object> parameters) {
        var query = em.createQuery(
                "select g from UserGroup g where g.tenantId = :tenant" + where + " order by g.id", Group.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The conditions of a filter, whose values join the parameters. */
    private static String narrowed(GroupFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (filter.code() != null) {
            where.append(" and g.codeKey = :code");
            parameters.put("code", Names.fold(filter.code()));
        }
        if (filter.name() != null) {
            where.append(" and g.nameKey = :name");
            parameters.put("name", Names.fold(filter.name()));
        }
        if (filter.application() != null) {
            where.append(" and g.applicationId = :application");
            parameters.put("application", filter.application());
        }
        if (filter.user() != null) {
            where.append(" and exists (select m from Membership m where m.userId = :user and m.groupId = g.id)");
            parameters.put("user", filter.user());
        }
        if (filter.nameContaining() != null) {
            where.append(" and g.nameKey like :part" + Contains.ESCAPE);
            parameters.put("part", Contains.folded(filter.nameContaining()));
        }
        return where.toString();
    }

    /** The groups that may carry a permission; the word can be a part of a longer one. */
    List<Group> mentioning(UUID tenant, String permission) {
        return em.createQuery(
                        "select g from UserGroup g where g.tenantId = :tenant and locate(:word, g.permissions) > 0",
                        Group.class)
                .setParameter("tenant", tenant)
                .setParameter("word", permission)
                .getResultList();
    }

    /** What the tenant's groups carry, each list once. */
    List<String> permissions(UUID tenant) {
        return em.createQuery("select g.permissions from UserGroup g where g.tenantId = :tenant", String.class)
                .setParameter("tenant", tenant)
                .getResultList();
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
