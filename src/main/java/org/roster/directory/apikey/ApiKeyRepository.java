package org.roster.directory.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.persistence.InstantConverter;

/** Finds API keys; every query takes the tenant first, but for the one that reads a credential. */
@ApplicationScoped
class ApiKeyRepository {

    @PersistenceContext
    EntityManager em;

    /** The key that a credential names; its tenant is learnt from it. */
    Optional<ApiKey> byCredential(UUID id) {
        return Optional.ofNullable(em.find(ApiKey.class, id));
    }

    Optional<ApiKey> byId(UUID tenant, UUID id) {
        return byCredential(id).filter(key -> key.tenantId().equals(tenant));
    }

    boolean userExists(UUID tenant, UUID user) {
        return !em.createQuery("select u.id from User u where u.tenantId = :tenant and u.id = :id", UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("id", user)
                .getResultList()
                .isEmpty();
    }

    /** The scopes of the application, if it is there. */
    Optional<Set<String>> applicationScopes(UUID tenant, UUID application) {
        return em.createQuery(
                        "select a.scopes from Application a where a.tenantId = :tenant and a.id = :id", String.class)
                .setParameter("tenant", tenant)
                .setParameter("id", application)
                .getResultStream()
                .findFirst()
                .map(Scopes::split);
    }

    List<ApiKey> find(UUID tenant, ApiKeyFilter filter, @Nullable UUID last, int limit) {
        var where = new StringBuilder("k.tenantId = :tenant");
        if (last != null) {
            where.append(" and k.id > :last");
        }
        if (filter.user() != null) {
            where.append(" and k.userId = :user");
        }
        if (filter.application() != null) {
            where.append(" and k.applicationId = :application");
        }
        var query = em.createQuery("select k from ApiKey k where " + where + " order by k.id", ApiKey.class)
                .setParameter("tenant", tenant);
        if (last != null) {
            query.setParameter("last", last);
        }
        if (filter.user() != null) {
            query.setParameter("user", filter.user());
        }
        if (filter.application() != null) {
            query.setParameter("application", filter.application());
        }
        return query.setMaxResults(limit).getResultList();
    }

    Map<UUID, List<ApiKey>> ofUsers(UUID tenant, Collection<UUID> users) {
        return users.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select k from ApiKey k where k.tenantId = :tenant and k.userId in :users order by k.id",
                                ApiKey.class)
                        .setParameter("tenant", tenant)
                        .setParameter("users", new ArrayList<>(users))
                        .getResultStream()
                        .collect(Collectors.groupingBy(key -> Objects.requireNonNull(key.userId())));
    }

    /** The owners of keys whose id passes; the written form of an id is no column, so all of the tenant's are read. */
    Set<UUID> ownersOf(UUID tenant, Predicate<UUID> id) {
        return em.createQuery(
                        "select k.id, k.userId from ApiKey k where k.tenantId = :tenant and k.userId is not null",
                        Object[].class)
                .setParameter("tenant", tenant)
                .getResultStream()
                .filter(row -> id.test((UUID) row[0]))
                .map(row -> (UUID) row[1])
                .collect(Collectors.toSet());
    }

    void add(ApiKey key) {
        em.persist(key);
    }

    void flush() {
        em.flush();
    }

    void remove(ApiKey key) {
        em.remove(key);
        em.flush();
    }

    /** Notes a use without touching the version: nobody's edit is made stale by somebody else's request. */
    void used(UUID tenant, UUID id, Instant at) {
        em.createNativeQuery("update api_key set last_used_at = ?1 where tenant_id = ?2 and id = ?3")
                .setParameter(1, InstantConverter.utc(at))
                .setParameter(2, tenant)
                .setParameter(3, id)
                .executeUpdate();
    }
}
