package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.event.Changes;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;

/** What was sent to a tenant's endpoints, and what became of it. */
@ApplicationScoped
public class Deliveries {

    @Inject
    DeliveryRepository deliveries;

    @Inject
    AuditTrail trail;

    @Inject
    WebhookDispatcher dispatcher;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Cursors cursors;

    @Inject
    @Shared
    Clock clock;

    /** A page of the tenant's deliveries, the newest first. */
    public Page<WebhookDelivery> find(
            Caller caller, UUID tenant, DeliveryFilter filter, @Nullable String cursor, int limit) {
        var binding = "webhook deliveries " + tenant + ' ' + caller.id() + ' ' + filter;
        var before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        var read = deliveries.find(tenant, filter, before, limit + 1);
        return Page.cut(
                read, limit, delivery -> cursors.encode(binding, delivery.id().toString()));
    }

    public Optional<WebhookDelivery> byId(UUID tenant, UUID id) {
        return deliveries.byId(tenant, id);
    }

    /** The body that a delivery has now. */
    public Optional<String> payload(WebhookDelivery delivery) {
        return trail.byId(delivery.tenantId(), delivery.eventId()).map(Payload::of);
    }

    /**
     * Sends a delivery now: one that waits for its next try, was given up, or was delivered, again from its beginning. It
     * keeps its place: later events of its subject that still wait go after it.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for one that is being sent at this moment
     */
    public Optional<WebhookDelivery> retry(Caller caller, UUID tenant, UUID id) {
        return transactions.write(() -> {
            var delivery = deliveries
                    .byId(tenant, id)
                    .flatMap(known -> deliveries.locked(known.id()))
                    .orElse(null);
            if (delivery == null) {
                return Optional.empty();
            }
            var now = clock.instant();
            if (delivery.underWay(now)) {
                throw Refusal.invalid("status", "must not be under way at this moment");
            }
            delivery.queue(now);
            transactions.afterCommit(dispatcher::wake);
            changes.happened(
                    caller,
                    tenant,
                    "webhook_delivery.retried",
                    "webhook_delivery",
                    id,
                    Map.of("event", delivery.eventId().toString()));
            return Optional.of(delivery);
        });
    }
}
