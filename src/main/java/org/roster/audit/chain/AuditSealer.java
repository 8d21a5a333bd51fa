package org.roster.audit.chain;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.tally.Backlog;

/**
 * Gives the rows of the audit trail their places, a batch at a time and apart from the changes that wrote them, so that many
 * changes of one tenant do not wait for each other's links. Every node does it; the row of a tenant's chain decides who does
 * it now. The order of the places is the one in which all who read the trail on see the events.
 */
@ApplicationScoped
public class AuditSealer {

    private static final System.Logger LOG = System.getLogger(AuditSealer.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TENANTS = 100;
    private static final int BATCH = 128;
    private static final int BATCHES = 40;
    private static final int NO_CHAIN = -1;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    ChainRepository chains;

    @Inject
    SealKey key;

    @Inject
    Transactions transactions;

    @Inject
    @Shared
    Clock clock;

    private @Nullable ScheduledFuture<?> timer;
    private boolean failing;

    /** Begins; what a node left behind that died is taken up too. */
    public synchronized void start() {
        if (executor != null && timer == null) {
            timer = executor.scheduleWithFixedDelay(
                    this::tick, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** The events that have no place yet, and since when the oldest waits for one. */
    public Backlog backlog() {
        return chains.backlog();
    }

    private void tick() {
        try {
            chains.waiting(TENANTS).forEach(this::sealAll);
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) { // once, not four times a second for as long as the database is away
                LOG.log(System.Logger.Level.WARNING, "the audit trail cannot be sealed now: {0}", e.toString());
            }
            failing = true;
        }
    }

    private void sealAll(UUID tenant) {
        for (int batch = 0; batch < BATCHES; batch++) {
            int rows = transactions.write(() -> seal(tenant));
            if (rows == NO_CHAIN) {
                begin(tenant);
            } else if (rows < BATCH) {
                return;
            }
        }
    }

    private void begin(UUID tenant) {
        try {
            transactions.run(() -> chains.add(new AuditChain(tenant)));
        } catch (RuntimeException e) {
            if (!Violations.unique(e)) { // another node was first
                throw e;
            }
        }
    }

    /** Adds what waits to a tenant's chain; how many rows it were, or {@link #NO_CHAIN} for a tenant that has none yet. */
    private int seal(UUID tenant) {
        var chain = chains.locked(tenant).orElse(null);
        if (chain == null) {
            return NO_CHAIN;
        }
        var rows = chains.pending(tenant, BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        long seq = chain.seq();
        byte[] link = chain.link();
        var linked = new ArrayList<ChainedEvent>(rows.size());
        for (var row : rows) {
            row.commit(); // one that a node of the version before has written
            link = ChainHash.link(link, ++seq, row);
            linked.add(new ChainedEvent(seq, link, row));
        }
        chains.flush();
        chains.link(tenant, linked);
        chain.grown(seq, link);
        var last = rows.get(rows.size() - 1).id();
        chains.add(new AuditSeal(tenant, last, seq, link, key.mac(tenant, seq, link), clock.instant()));
        return rows.size();
    }
}
