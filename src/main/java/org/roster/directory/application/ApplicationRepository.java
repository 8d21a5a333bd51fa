package org.roster.directory.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;

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

    List<Application> find(UUID tenant, ApplicationFilter filter, @Nullable UUID last, int limit) {
        var where = new StringBuilder("a.tenantId = :tenant");
        if (last != null) {
            where.append(" and a.id > :last");
        }
        if (filter.name() != null) {
            where.append(" and a.nameKey = :name");
        }
        if (filter.clientId() != null) {
            where.append(" and a.clientId = :client");
        }
        if (filter.user() != null) {
            where.append(" and exists (select s from Assignment s where s.userId = :user and s.applicationId = a.id)");
        }
        var query = em.createQuery("select a from Application a where " + where + " order by a.id", Application.class)
                .setParameter("tenant", tenant);
        if (last != null) {
            query.setParameter("last", last);
        }
        if (filter.name() != null) {
            query.setParameter("name", Names.fold(filter.name()));
        }
        if (filter.clientId() != null) {
            query.setParameter("client", filter.clientId());
        }
        if (filter.user() != null) {
            query.setParameter("user", filter.user());
        }
        return query.setMaxResults(limit).getResultList();
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
