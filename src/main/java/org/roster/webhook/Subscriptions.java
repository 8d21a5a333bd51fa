package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.roster.event.Change;
import org.roster.event.Consequence;
import org.roster.event.Consequences;
import org.roster.event.Facts;
import org.roster.persistence.Remembered;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.system.Ids;

/**
 * Queues a delivery for each endpoint that wants to hear of a change, in the transaction of the change. Which endpoints a
 * tenant has is remembered for two seconds, so that a tenant without any pays nothing, and a new one is heard of within that
 * time on every node.
 */
@ApplicationScoped
class Subscriptions {

    private final Remembered<UUID, List<WebhookEndpoint>> known = new Remembered<>(10_000, Duration.ofSeconds(2));

    @Inject
    EndpointRepository endpoints;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    WebhookDispatcher dispatcher;

    @Inject
    Consequences consequences;

    @Inject
    Transactions transactions;

    @Inject
    @Shared
    Clock clock;

    void onChange(@Observes Change change) {
        if (change.type().equals("tenant.deleted")) {
            return; // its endpoints went with it
        }
        boolean queued = false;
        for (var endpoint : of(change)) {
            if (EventTypes.wanted(endpoint, change)
                    && deliveries.queue(Ids.next(), endpoint.id(), change, clock.instant()) > 0) {
                queued = true;
                consequences.report(new Consequence(
                        Consequence.WEBHOOK_DELIVERY,
                        Facts.of("endpoint", endpoint.id())
                                .and("url", endpoint.url())
                                .and("type", change.type())
                                .and("subject", change.subject())
                                .map()));
            }
        }
        if (queued) {
            transactions.afterCommit(dispatcher::wake);
        }
    }

    /** What a transaction sees of an endpoint that it changes is not to be remembered: it may yet be rolled back. */
    private List<WebhookEndpoint> of(Change change) {
        if (!change.subjectType().equals(WebhookService.KIND)) {
            return known.get(change.tenant(), endpoints::enabled);
        }
        transactions.afterCommit(() -> known.forget(change.tenant()));
        return endpoints.enabled(change.tenant());
    }
}
