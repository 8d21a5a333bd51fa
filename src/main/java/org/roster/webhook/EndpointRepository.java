package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;

/** Keeps endpoints. */
@ApplicationScoped
class EndpointRepository {

    @PersistenceContext
    EntityManager em;

    Optional<WebhookEndpoint> byId(UUID tenant, UUID id) {
        return byId(id).filter(endpoint -> endpoint.tenantId().equals(tenant));
    }

    /** An endpoint of whatever tenant, for the dispatcher. */
    Optional<WebhookEndpoint> byId(UUID id) {
        return Optional.ofNullable(em.find(WebhookEndpoint.class, id));
    }

    /** A tenant's endpoints after one, in the order of their making. */
    List<WebhookEndpoint> find(UUID tenant, @Nullable UUID last, int limit) {
        var query = em.createQuery(
                        "select e from WebhookEndpoint e where e.tenantId = :tenant"
                                + (last == null ? "" : " and e.id > :last") + " order by e.id",
                        WebhookEndpoint.class)
                .setParameter("tenant", tenant);
        if (last != null) {
            query.setParameter("last", last);
        }
        return query.setMaxResults(limit).getResultList();
    }

    List<WebhookEndpoint> enabled(UUID tenant) {
        return em.createQuery(
                        "select e from WebhookEndpoint e where e.tenantId = :tenant and e.status = :enabled",
                        WebhookEndpoint.class)
                .setParameter("tenant", tenant)
                .setParameter("enabled", EndpointStatus.ENABLED)
                .getResultList();
    }

    long count(UUID tenant) {
        return em.createQuery("select count(e) from WebhookEndpoint e where e.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    void add(WebhookEndpoint endpoint) {
        em.persist(endpoint);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(WebhookEndpoint endpoint) {
        em.remove(endpoint);
        em.flush();
    }

    /** Takes away secrets of before that sign no more. */
    void forgetSecrets(Instant now) {
        em.createNativeQuery(
                        "update webhook_endpoint set previous_secret = null, previous_until = null where previous_until < ?1")
                .setParameter(1, InstantConverter.utc(now))
                .executeUpdate();
    }
}
