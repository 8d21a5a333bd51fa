package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.event.Change;
import org.roster.persistence.InstantConverter;
import org.roster.tally.Backlog;

/** Keeps deliveries. The dispatcher's queries are of all tenants. */
@ApplicationScoped
class DeliveryRepository {

    private static final int MOST_ENDPOINTS = 10_000;

    private static final String DUE =
            "d.status = :pending and d.nextAt <= :now" + " and (d.leasedUntil is null or d.leasedUntil < :now)";

    private static final String WAITS = " from WebhookDelivery d, WebhookEndpoint e where e.id = d.endpointId"
            + " and e.status = :enabled and d.status = :pending";

    @PersistenceContext
    EntityManager em;

    /** Where deliveries wait. */
    record Queue(UUID endpoint, UUID tenant) {}

    /**
     * Queues a delivery if the endpoint is still there and in use; how many that were. It reads and writes in one step, so
     * that whoever takes an endpoint away meanwhile does not make somebody else's change fail.
     */
    int queue(UUID id, UUID endpoint, Change change, Instant now) {
        return em.createNativeQuery("insert into webhook_delivery (id, endpoint_id, tenant_id, event_id, event_type,"
                        + " subject_id, status, attempts, queued_at, next_at, created_at)"
                        + " select ?1, e.id, e.tenant_id, ?2, ?3, ?4, 'PENDING', 0, ?5, ?5, ?5 from webhook_endpoint e"
                        + " where e.id = ?6 and e.status = 'ENABLED'")
                .setParameter(1, id)
                .setParameter(2, change.id())
                .setParameter(3, change.type())
                .setParameter(4, change.subject())
                .setParameter(5, InstantConverter.utc(now))
                .setParameter(6, endpoint)
                .executeUpdate();
    }

    Optional<WebhookDelivery> byId(UUID tenant, UUID id) {
        return byId(id).filter(delivery -> delivery.tenantId().equals(tenant));
    }

    /** A delivery of whatever tenant, for the dispatcher. */
    Optional<WebhookDelivery> byId(UUID id) {
        return Optional.ofNullable(em.find(WebhookDelivery.class, id));
    }

    /** The same, which no other transaction that asks for the same gets before this one has ended. */
    Optional<WebhookDelivery> locked(UUID id) {
        return Optional.ofNullable(em.find(WebhookDelivery.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A tenant's deliveries, the newest first. */
    List<WebhookDelivery> find(UUID tenant, DeliveryFilter filter, @Nullable UUID before, int limit) {
        var where = new StringBuilder("d.tenantId = :tenant");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tenant", tenant);
        if (filter.endpoint() != null) {
            where.append(" and d.endpointId = :endpoint");
            parameters.put("endpoint", filter.endpoint());
        }
        if (filter.event() != null) {
            where.append(" and d.eventId = :event");
            parameters.put("event", filter.event());
        }
        if (filter.status() != null) {
            boolean retrying = filter.status() == DeliveryStatus.RETRYING;
            where.append(" and d.status = :status");
            parameters.put("status", retrying ? DeliveryStatus.PENDING : filter.status());
            if (retrying || filter.status() == DeliveryStatus.PENDING) {
                where.append(retrying ? " and d.attempts > 0" : " and d.attempts = 0");
            }
        }
        if (before != null) {
            where.append(" and d.id < :before");
            parameters.put("before", before);
        }
        var query = em.createQuery(
                "select d from WebhookDelivery d where " + where + " order by d.id desc", WebhookDelivery.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** The endpoints in use for which something is due that no node is sending. */
    List<Queue> waiting(Instant now) {
        return em.createQuery(
                        "select distinct d.endpointId, d.tenantId from WebhookDelivery d, WebhookEndpoint e"
                                + " where e.id = d.endpointId and e.status = :enabled and " + DUE,
                        Object[].class)
                .setParameter("enabled", EndpointStatus.ENABLED)
                .setParameter("pending", DeliveryStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(MOST_ENDPOINTS)
                .getResultStream()
                .map(row -> new Queue((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** What is due at an endpoint, in its order: of each subject nothing before what waits ahead of it. */
    List<UUID> due(UUID endpoint, Instant now, int most) {
        return em.createQuery(
                        "select d.id from WebhookDelivery d where d.endpointId = :endpoint and " + DUE
                                + " and not exists (select p.id from WebhookDelivery p where p.endpointId = d.endpointId"
                                + " and p.subjectId = d.subjectId and p.status = :pending and p.seq < d.seq)"
                                + " order by d.seq",
                        UUID.class)
                .setParameter("endpoint", endpoint)
                .setParameter("pending", DeliveryStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes a delivery for a while; of nodes that want it at once one sees a row change. */
    boolean lease(UUID id, Instant now, Instant until) {
        return em.createNativeQuery("update webhook_delivery set leased_until = ?1 where id = ?2"
                                + " and status = 'PENDING' and next_at <= ?3"
                                + " and (leased_until is null or leased_until < ?3)")
                        .setParameter(1, InstantConverter.utc(until))
                        .setParameter(2, id)
                        .setParameter(3, InstantConverter.utc(now))
                        .executeUpdate()
                == 1;
    }

    Backlog backlog() {
        var dead = em.createQuery("select count(d) from WebhookDelivery d where d.status = :dead", Long.class)
                .setParameter("dead", DeliveryStatus.DEAD)
                .getSingleResult();
        var waiting = pending("select count(d)" + WAITS, Long.class).get(0);
        var oldest = pending("select d.queuedAt" + WAITS + " order by d.seq", Instant.class);
        return new Backlog(waiting, dead, oldest.isEmpty() ? null : oldest.get(0));
    }

    private <T> List<T> pending(String query, Class<T> type) {
        return em.createQuery(query, type)
                .setParameter("enabled", EndpointStatus.ENABLED)
                .setParameter("pending", DeliveryStatus.PENDING)
                .setMaxResults(1)
                .getResultList();
    }

    /** Takes away what is old and over, or waits for an endpoint that is out of use; how many. */
    int sweep(Instant before, int most) {
        var old = em.createQuery(
                        "select d.id from WebhookDelivery d where d.createdAt < :before and (d.status <> :pending"
                                + " or d.endpointId in (select e.id from WebhookEndpoint e where e.status = :disabled))",
                        UUID.class)
                .setParameter("before", before)
                .setParameter("pending", DeliveryStatus.PENDING)
                .setParameter("disabled", EndpointStatus.DISABLED)
                .setMaxResults(most)
                .getResultList();
        return old.isEmpty()
                ? 0
                : em.createQuery("delete from WebhookDelivery d where d.id in :ids")
                        .setParameter("ids", old)
                        .executeUpdate();
    }
}
