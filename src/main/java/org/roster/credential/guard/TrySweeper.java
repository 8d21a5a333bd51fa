package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.roster.persistence.Sweeper;

/** Takes away tries and places that are over, set off by the wrong tries that make new ones. */
@ApplicationScoped
class TrySweeper extends Sweeper {

    @Inject
    TryRepository tries;

    TrySweeper() {
        super("wrong tries");
    }

    @Override
    protected boolean batch(Instant now) {
        return tries.sweep(now);
    }
}
