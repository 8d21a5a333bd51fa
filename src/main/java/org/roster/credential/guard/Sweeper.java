package org.roster.credential.guard;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Sweep;
import org.roster.persistence.Transactions;

/** Takes away tries and places that are over, set off by the wrong tries that make new ones. */
@ApplicationScoped
class Sweeper {

    private final Sweep sweep = new Sweep("wrong tries", this::batch);

    @Resource
    @Nullable
    ManagedExecutorService executor;

    @Inject
    TryRepository tries;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void now() {
        sweep.now(executor, clock.instant());
    }

    private boolean batch(Instant now) {
        return transactions.write(() -> tries.sweep(now));
    }
}
