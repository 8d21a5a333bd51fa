package org.roster.directory.onetime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Sweep;
import org.roster.persistence.Transactions;

/** Takes away one-time tokens that are long over, used or not, set off by new ones. */
@ApplicationScoped
class OneTimeTokenSweeper {

    /** So long the link of an old mail still leads to the page of the right tenant, which says that it is over. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 500;

    private final Sweep sweep = new Sweep("one-time tokens", this::batch);

    @Resource
    @Nullable
    ManagedExecutorService executor;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void now() {
        sweep.now(executor, clock.instant());
    }

    private boolean batch(Instant now) {
        return transactions.write(() -> tokens.sweep(now.minus(KEPT), AT_ONCE)) == AT_ONCE;
    }
}
