package org.roster.directory.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.directory.query.Contains;

/** Finds applications; every query takes the tenant first, but for the client identifier, which is unique in all. */
@ApplicationScoped
class ApplicationRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Application> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(Application.class, id))
                .filter(application -> application.tenantId().equals(tenant));
    }

    Optional<Application> byClientId(String clientId) {
        return em.createQuery("select a from Application a where a.clientId = :client", Application.class)
                .setParameter("client", clientId)
                .getResultStream()
                .findFirst();
    }

    Optional<Application> byName(UUID tenant, String name) {
        return em.createQuery(
                        "select a from Application a where a.tenantId = :tenant and a.nameKey = :name",
                        Application.class)
                .setParameter("tenant", tenant)
                .setParameter("name", Names.fold(name))
                .getResultStream()
                .findFirst();
    }

    List<Application> byIds(UUID tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select a from Application a where a.tenantId = :tenant and a.id in :ids order by a.id",
                                Application.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", new ArrayList<>(ids))
                        .getResultList();
    }

    /** The applications of many users at once; a user without any is not among the keys. */
    Map<UUID, List<Application>> ofUsers(UUID tenant, Collection<UUID> users) {
        var applications = new LinkedHashMap<UUID, List<Application>>();
        if (!users.isEmpty()) {
            em.createQuery(
                            "select s.userId, a from Assignment s, Application a where s.userId in :users"
                                    + " and a.id = s.applicationId and a.tenantId = :tenant order by a.id",
                            Object[].class)
                    .setParameter("users", new ArrayList<>(users))
                    .setParameter("tenant", tenant)
                    .getResultStream()
                    .forEach(row -> applications
                            .computeIfAbsent((UUID) row[0], user -> new ArrayList<>())
                            .add((Application) row[1]));
        }
        return applications;
    }

    List<Application> find(UUID tenant, ApplicationFilter filter, @Nullable UUID last, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = narrowed(filter, parameters);
        if (last != null) {
            where += " and a.id > :last";
            parameters.put("last", last);
        }
        return run(tenant, where, parameters).setMaxResults(limit).getResultList();
    }

    List<Application> slice(UUID tenant, ApplicationFilter filter, int offset, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        return run(tenant, narrowed(filter, parameters), parameters)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(UUID tenant, ApplicationFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = narrowed(filter, parameters);
        var query = em.createQuery("select count(a) from Application a where a.tenantId = :tenant" + where, Long.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private TypedQuery<Application> run(UUID tenant, String where, Map<String, Object> parameters) {
        var query = em.createQuery(
                "select a from Application a where a.tenantId = :tenant" + where + " order by a.id", Application.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The conditions of a filter, whose values join the parameters. */
    private static String narrowed(ApplicationFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (filter.name() != null) {
            where.append(" and a.nameKey = :name");
            parameters.put("name", Names.fold(filter.name()));
        }
        if (filter.clientId() != null) {
            where.append(" and a.clientId = :client");
            parameters.put("client", filter.clientId());
        }
        if (filter.user() != null) {
            where.append(" and exists (select s from Assignment s where s.userId = :user and s.applicationId = a.id)");
            parameters.put("user", filter.user());
        }
        if (filter.nameContaining() != null) {
            where.append(" and a.nameKey like :part" + Contains.ESCAPE);
            parameters.put("part", Contains.folded(filter.nameContaining()));
        }
        if (filter.extra() != null) {
            where.append(" and locate(:extra, a.extras) > 0");
            parameters.put("extra", '"' + filter.extra() + "\":");
        }
        return where.toString();
    }

    List<ClientSecret> secrets(UUID application) {
        return em.createQuery(
                        "select s from ClientSecret s where s.applicationId = :application order by s.id",
                        ClientSecret.class)
                .setParameter("application", application)
                .getResultList();
    }

    void add(Application application) {
        em.persist(application);
        em.flush();
    }

    void add(ClientSecret secret) {
        em.persist(secret);
    }

    void remove(ClientSecret secret) {
        em.remove(secret);
    }

    void flush() {
        em.flush();
    }

    /** Removes an application with its secrets, assignments and refresh tokens; groups and keys must be gone before. */
    void remove(Application application) {
        for (String rows : List.of("ClientSecret", "Assignment", "RefreshToken")) {
            em.createQuery("delete from " + rows + " r where r.applicationId = :application")
                    .setParameter("application", application.id())
                    .executeUpdate();
        }
        em.remove(application);
        em.flush();
    }
}
