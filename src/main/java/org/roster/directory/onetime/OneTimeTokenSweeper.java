package org.roster.directory.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.roster.persistence.Sweeper;

/** Takes away one-time tokens that are long over, used or not, set off by new ones. */
@ApplicationScoped
class OneTimeTokenSweeper extends Sweeper {

    /** So long the link of an old mail still leads to the page of the right tenant, which says that it is over. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 500;

    @Inject
    OneTimeTokenRepository tokens;

    OneTimeTokenSweeper() {
        super("one-time tokens");
    }

    @Override
    protected boolean batch(Instant now) {
        return tokens.sweep(now.minus(KEPT), AT_ONCE) == AT_ONCE;
    }
}
