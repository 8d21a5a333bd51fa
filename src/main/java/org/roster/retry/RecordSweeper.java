package org.roster.retry;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;

/**
 * Takes away answers whose time is over, a few at a time and once a minute at most on each node, set off by the keys that make
 * new ones. Several nodes may do so at once: a row that is gone is gone.
 */
@ApplicationScoped
class RecordSweeper {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCHES = 20;
    private static final int AT_ONCE = 200;

    private final AtomicLong last = new AtomicLong();

    @Resource
    @Nullable
    ManagedExecutorService executor;

    @Inject
    RecordRepository records;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void now() {
        var now = clock.instant();
        long before = last.get();
        boolean due = now.toEpochMilli() - before >= PAUSE.toMillis();
        if (executor == null || !due || !last.compareAndSet(before, now.toEpochMilli())) {
            return;
        }
        try {
            executor.execute(() -> sweep(now));
        } catch (RejectedExecutionException e) {
            // The server is busy or about to stop; there will be another key.
        }
    }

    private void sweep(Instant now) {
        try {
            for (int batch = 0; batch < BATCHES; batch++) {
                if (transactions.write(() -> records.sweep(now, AT_ONCE)) < AT_ONCE) {
                    return;
                }
            }
        } catch (Refusal refusal) {
            System.getLogger(RecordSweeper.class.getName())
                    .log(System.Logger.Level.INFO, "old answers stay for now: {0}", refusal.detail());
        }
    }
}
