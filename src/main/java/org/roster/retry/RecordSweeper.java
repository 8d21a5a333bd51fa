package org.roster.retry;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Sweep;
import org.roster.persistence.Transactions;

/** Takes away answers whose time is over, set off by the keys that make new ones. */
@ApplicationScoped
class RecordSweeper {

    private static final int AT_ONCE = 200;

    private final Sweep sweep = new Sweep("answers", this::batch);

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
        sweep.now(executor, clock.instant());
    }

    private boolean batch(Instant now) {
        return transactions.write(() -> records.sweep(now, AT_ONCE)) == AT_ONCE;
    }
}
