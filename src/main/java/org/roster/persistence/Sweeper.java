package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Sweep} of one room's rows, on a thread of the server's, each batch in a transaction of its own. */
public abstract class Sweeper {

    private final Sweep sweep;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    @Inject
    Transactions transactions;

    @Inject
    @Shared
    Clock clock;

    /** @param what is taken away, for the log */
    protected Sweeper(String what) {
        sweep = new Sweep(what, now -> transactions.write(() -> batch(now)));
    }

    /** Has somebody else sweep, unless that was done a moment ago. */
    public void now() {
        sweep.now(executor, clock.instant());
    }

    /** Takes away at most so many rows that were over at a moment, and says whether there may be more. */
    protected abstract boolean batch(Instant now);
}
