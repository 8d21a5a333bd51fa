package org.roster.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.system.Rounds;
import org.roster.tally.Backlog;
import org.roster.tally.Counted;
import org.roster.tally.Tally;

/**
 * Sends what waits. Each node takes deliveries by a lease in the row, sends them outside any transaction and notes what came
 * of it. To one endpoint the events of one subject go one after the other; those of others do not wait for them. A node that
 * dies leaves its leases to run out: a delivery may arrive twice then, under one id, but never not at all.
 */
@ApplicationScoped
public class WebhookDispatcher {

    private static final System.Logger LOG = System.getLogger(WebhookDispatcher.class.getName());

    /** Longer than a try takes, the name service included. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** How long a receiver may ask to be left alone. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final Places places = new Places();

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    EndpointRepository endpoints;

    @Inject
    WebhookService service;

    @Inject
    WebhookSender sender;

    @Inject
    Transactions transactions;

    @Inject
    WebhookSettings settings;

    @Inject
    @Shared
    Clock clock;

    @Inject
    Tally tally;

    private volatile @Nullable Rounds rounds;

    /** Begins. */
    public synchronized void start() {
        try {
            settings.pauses();
        } catch (NumberFormatException e) {
            throw new IllegalStateException("ROSTER_WEBHOOK_RETRY_SECONDS must be whole numbers of seconds", e);
        }
        if (executor != null && rounds == null) {
            rounds = new Rounds(executor, "outbox of webhooks", this::sendDue, this::sweep);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (rounds != null) {
            rounds.end();
            rounds = null;
        }
    }

    /** Looks for deliveries now rather than at the next tick. */
    void wake() {
        var going = rounds;
        if (going != null) {
            going.wake();
        }
    }

    /** What is to be delivered to endpoints in use, what was given up, and since when the oldest waits. */
    public Backlog backlog() {
        return deliveries.backlog();
    }

    /** Endpoints with the least under way come first, and of those chance decides. */
    private void sendDue() {
        var now = clock.instant();
        var waiting = new ArrayList<>(deliveries.waiting(now));
        Collections.shuffle(waiting);
        waiting.sort(Comparator.comparingInt(queue -> places.busy(queue.endpoint())));
        for (var queue : waiting) {
            if (places.full()) {
                return;
            }
            int free = places.free(queue.tenant(), queue.endpoint());
            if (free > 0) {
                deliveries.due(queue.endpoint(), now, free).forEach(id -> take(queue, id, now));
            }
        }
    }

    private void take(DeliveryRepository.Queue queue, UUID id, Instant now) {
        if (!places.take(queue.tenant(), queue.endpoint())) {
            return;
        }
        boolean handedOn = false;
        try {
            var until = clock.instant().plus(LEASE);
            boolean ours = transactions.write(() -> deliveries.lease(id, now, until));
            handedOn = ours && handOn(queue, id, until);
        } finally {
            if (!handedOn) {
                places.leave(queue.tenant(), queue.endpoint());
            }
        }
    }

    private boolean handOn(DeliveryRepository.Queue queue, UUID id, Instant leasedUntil) {
        if (executor == null) {
            return false;
        }
        executor.execute(() -> {
            try {
                var outcome = sent(id);
                note(id, leasedUntil, outcome);
                tally.count(outcome.delivered() ? Counted.DELIVERY_SENT : Counted.DELIVERY_FAILED);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "webhook {0}: what came of it is not noted: {1}",
                        id,
                        e.toString());
            } finally {
                places.leave(queue.tenant(), queue.endpoint());
            }
            wake(); // a place is free, and what waited behind this may go
        });
        return true;
    }

    /** Whatever goes wrong counts as a try, so that nothing is tried for ever. */
    private Outcome sent(UUID id) {
        try {
            return deliveries
                    .byId(id)
                    .flatMap(delivery ->
                            endpoints.byId(delivery.endpointId()).map(endpoint -> sender.send(endpoint, delivery)))
                    .orElseGet(Outcome::eventGone);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "webhook {0} could not be made: {1}", id, e.toString());
            return Outcome.failed("not_made");
        }
    }

    /** Notes what came of a try, unless the lease ran out meanwhile and another node has the delivery now. */
    private void note(UUID id, Instant leasedUntil, Outcome outcome) {
        transactions.run(() -> deliveries
                .locked(id)
                .filter(delivery -> delivery.leased(leasedUntil))
                .ifPresent(delivery -> {
                    var now = clock.instant();
                    delivery.note(outcome, outcome.hopeless() ? null : pause(delivery.attempts(), outcome), now);
                    if (outcome.gone()) {
                        service.gone(delivery.endpointId(), now);
                    }
                }));
    }

    /** How long to wait after this many failed tries before; null to give up. */
    private @Nullable Duration pause(int before, Outcome outcome) {
        var pauses = settings.pauses();
        if (before >= pauses.size()) {
            return null;
        }
        var pause = Rounds.spread(pauses.get(before));
        var wish = outcome.retryAfter() == null ? Duration.ZERO : outcome.retryAfter();
        var bounded = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return pause.compareTo(bounded) > 0 ? pause : bounded;
    }

    private boolean sweep() {
        var now = clock.instant();
        var before = now.minus(Duration.ofDays(settings.keepDays()));
        transactions.run(() -> endpoints.forgetSecrets(now));
        return Rounds.inBatches(most -> transactions.write(() -> deliveries.sweep(before, most)));
    }
}
