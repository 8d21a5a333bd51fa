package org.roster.start;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.AuditSealer;
import org.roster.mail.MailDispatcher;
import org.roster.persistence.Shared;
import org.roster.tally.Backlog;
import org.roster.webhook.WebhookDispatcher;

/**
 * Counts what waits in the database every few seconds, apart from requests: whoever reads {@code /metrics} as often as they
 * like costs the database nothing, and waits for nothing when it is away.
 */
@ApplicationScoped
class Backlogs {

    private static final System.Logger LOG = System.getLogger(Backlogs.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    AuditSealer sealer;

    @Inject
    MailDispatcher mails;

    @Inject
    WebhookDispatcher webhooks;

    @Inject
    @Shared
    Clock clock;

    @Inject
    Clock wall;

    private @Nullable ScheduledFuture<?> timer;
    private volatile @Nullable Counts counts;
    private boolean failing;

    /**
     * @param at the moment of counting, by the nodes' common clock
     * @param wall the same by this node's own, which events are told by
     */
    private record Counts(Instant at, Instant wall, Backlog events, Backlog mails, Backlog deliveries) {

        private Instant at(Queue queue) {
            return queue == Queue.EVENTS ? wall : at;
        }
    }

    /** What is counted. */
    enum Queue {
        EVENTS(Counts::events),
        MAILS(Counts::mails),
        DELIVERIES(Counts::deliveries);

        private final Function<Counts, Backlog> of;

        Queue(Function<Counts, Backlog> of) {
            this.of = of;
        }
    }

    synchronized void start() {
        if (executor != null && timer == null) {
            timer = executor.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** How many wait; not a number while the database cannot say. */
    double waiting(Queue queue) {
        return of(queue, (backlog, at) -> backlog.waiting());
    }

    /** How many were given up; not a number while the database cannot say. */
    double dead(Queue queue) {
        return of(queue, (backlog, at) -> backlog.dead());
    }

    /** For how many seconds the oldest had waited, zero when nothing did; not a number while the database cannot say. */
    double age(Queue queue) {
        return of(queue, (backlog, at) -> {
            var since = backlog.since();
            return since == null ? 0 : Math.max(0, Duration.between(since, at).toMillis() / 1000.0);
        });
    }

    private double of(Queue queue, ToDoubleBiFunction<Backlog, Instant> value) {
        var now = counts;
        return now == null ? Double.NaN : value.applyAsDouble(queue.of.apply(now), now.at(queue));
    }

    private void look() {
        try {
            counts = new Counts(clock.instant(), wall.instant(), sealer.backlog(), mails.backlog(), webhooks.backlog());
            failing = false;
        } catch (RuntimeException | Error e) {
            counts = null;
            if (!failing) { // once, not every few seconds for as long as the database is away
                LOG.log(System.Logger.Level.WARNING, "what waits cannot be counted now: {0}", e.toString());
            }
            failing = true;
        }
    }
}
