package org.roster.audit.chain;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.EventType;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;

/**
 * Lets go of what is older than {@code ROSTER_AUDIT_KEEP_DAYS}, from the beginning of each tenant's chain on and up to a seal,
 * which stays and is where the chain then begins. The trail says of itself that it was done. It also writes a signed
 * checkpoint of each chain that has grown into the server's log, which leaves the machine in most places.
 */
@ApplicationScoped
public class AuditRetention {

    /** The event that accounts for rows that are no longer there; its {@code through} is the last place that is gone. */
    public static final String PRUNED = EventType.AUDIT_PRUNED.type();

    private static final System.Logger LOG = System.getLogger(AuditRetention.class.getName());

    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofHours(1);

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    ChainRepository chains;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    @ConfigProperty(name = "ROSTER_AUDIT_KEEP_DAYS", defaultValue = "0")
    int keepDays;

    @Inject
    @Shared
    Clock clock;

    private @Nullable ScheduledFuture<?> timer;
    private Instant logged = Instant.EPOCH;

    /** Begins; the first round is a minute after the start. */
    public synchronized void start() {
        if (executor != null && timer == null) {
            timer = executor.scheduleWithFixedDelay(this::tick, 60, PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void tick() {
        try {
            logCheckpoints();
            if (keepDays > 0) {
                var before = clock.instant().minus(Duration.ofDays(keepDays));
                // Once a day and not each hour, since each time leaves an event.
                chains.tenantsWithSealsBefore(before.minus(Duration.ofDays(1)))
                        .forEach(tenant -> prune(tenant, before));
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "the audit trail cannot be tended now: {0}", e.toString());
        }
    }

    private void logCheckpoints() {
        var now = clock.instant();
        for (UUID tenant : chains.grownSince(logged)) {
            checkpoints
                    .sign(tenant)
                    .ifPresent(signed -> LOG.log(System.Logger.Level.INFO, "audit checkpoint {0}", signed.text()));
        }
        logged = now;
    }

    /** Lets go of a tenant's rows that were sealed before a moment. */
    public void prune(UUID tenant, Instant before) {
        var sealed = chains.sealedBefore(before, tenant);
        if (sealed.isEmpty() || sealed.get() <= chains.base(tenant)) {
            return;
        }
        long through = sealed.get();
        // Said before it is begun: a node that dies in the midst leaves a beginning that the next round moves on.
        transactions.run(() -> changes.happened(
                Caller.system(tenant, "retention"),
                tenant,
                PRUNED,
                "tenant",
                tenant,
                Facts.of("through", through).and("before", before).map()));
        while (transactions.write(() -> chains.prune(tenant, through, BATCH)) == BATCH) {
            // in small transactions, so that nobody waits long for a row
        }
        transactions.run(() -> chains.pruneSeals(tenant, through));
    }
}
