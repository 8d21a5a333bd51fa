package org.roster.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Refusal;

/**
 * Takes away rows that are over, a few at a time and once a minute at most on each node, set off by whatever makes new ones. It goes
 * on until none is left, for a minute at most: a sweep of so many rows and no more would fall behind those who make more in a minute.
 * Several nodes may do so at once: a row that is gone is gone.
 */
public final class Sweep {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String what;
    private final Predicate<Instant> batch;
    private final AtomicLong last = new AtomicLong();

    /**
     * @param what is taken away, for the log
     * @param batch takes some away that were over at a moment, in a transaction, and says whether there may be more
     */
    public Sweep(String what, Predicate<Instant> batch) {
        this.what = what;
        this.batch = batch;
    }

    /** Has somebody else sweep, unless that was done a moment ago. */
    public void now(@Nullable Executor executor, Instant now) {
        long before = last.get();
        boolean due = now.toEpochMilli() - before >= PAUSE.toMillis();
        if (executor == null || !due || !last.compareAndSet(before, now.toEpochMilli())) {
            return;
        }
        try {
            executor.execute(() -> sweep(now));
        } catch (RejectedExecutionException e) {
            // The server is busy or about to stop; there will be another occasion.
        }
    }

    private void sweep(Instant now) {
        try {
            long begun = System.nanoTime();
            boolean more = true;
            while (more && System.nanoTime() - begun < PAUSE.toNanos()) {
                more = batch.test(now);
            }
        } catch (Refusal refusal) {
            System.getLogger(Sweep.class.getName())
                    .log(System.Logger.Level.INFO, "old {0} stay for now: {1}", what, refusal.detail());
        } catch (RuntimeException e) {
            // Nobody waits for it, so nobody else would tell.
            System.getLogger(Sweep.class.getName())
                    .log(System.Logger.Level.WARNING, "old " + what + " cannot be taken away", e);
        }
    }
}
