package org.roster.system;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * How an outbox is looked after on one node: looked into once a second and whenever somebody says that there is something, by
 * one thread at a time; and swept every ten minutes, and each second while there is more to be swept.
 */
public final class Rounds {

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long TICKS_PER_SWEEP = 600;
    private static final int SWEPT = 500;
    private static final int BATCHES = 20;

    private final ScheduledExecutorService executor;
    private final String what;
    private final Runnable look;
    private final BooleanSupplier sweep;

    /** How many times somebody asked for a look that is still to be made; while it is not 0, somebody is looking. */
    private final AtomicInteger asked = new AtomicInteger();

    private final ScheduledFuture<?> timer;
    private long ticks;
    private boolean unfinished;

    /**
     * Begins.
     *
     * @param what is looked after, for the log
     * @param look takes what is due; the next look is not made before this one has returned
     * @param sweep takes away some of what is old, and says whether there may be more
     */
    public Rounds(ScheduledExecutorService executor, String what, Runnable look, BooleanSupplier sweep) {
        this.executor = executor;
        this.what = what;
        this.look = look;
        this.sweep = sweep;
        this.timer =
                executor.scheduleWithFixedDelay(this::tick, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void end() {
        timer.cancel(false);
    }

    /** Has somebody else look now rather than at the next tick. */
    public void wake() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::lookWhileAsked);
        } catch (RejectedExecutionException e) {
            asked.set(0); // the server is busy or stops; the next tick, or the next start, looks
        }
    }

    /** Looks now, unless somebody does, who then looks once more. */
    public void look() {
        if (asked.getAndIncrement() == 0) {
            lookWhileAsked();
        }
    }

    /** A pause with chance in it, up to a fifth more, so that nodes and rows do not all come at once. */
    public static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5 + 1));
    }

    /**
     * Sweeps some at a time, so that no transaction is long.
     *
     * @param batch takes away at most so many, and says how many it has
     * @return whether there may be more
     */
    public static boolean inBatches(IntUnaryOperator batch) {
        for (int i = 0; i < BATCHES; i++) {
            if (batch.applyAsInt(SWEPT) < SWEPT) {
                return false;
            }
        }
        return true;
    }

    private void lookWhileAsked() {
        int seen;
        do {
            seen = asked.get();
            quietly(look);
        } while (asked.addAndGet(-seen) > 0);
    }

    private void tick() {
        look();
        if (++ticks % TICKS_PER_SWEEP == 0 || unfinished) {
            unfinished = false;
            quietly(() -> unfinished = sweep.getAsBoolean());
        }
    }

    /** Neither a database that is away nor a moment without memory may end the timer. */
    private void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "the {0} cannot be looked after now: {1}", what, e.toString());
        }
    }

    @Override
    public String toString() {
        return "Rounds[" + what + ", " + (timer.isCancelled() ? "ended" : "going") + "]";
    }
}
