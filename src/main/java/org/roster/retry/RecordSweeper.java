package org.roster.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.roster.persistence.Sweeper;

/** Takes away answers whose time is over, set off by the keys that make new ones. */
@ApplicationScoped
class RecordSweeper extends Sweeper {

    private static final int AT_ONCE = 200;

    @Inject
    RecordRepository records;

    RecordSweeper() {
        super("answers");
    }

    @Override
    protected boolean batch(Instant now) {
        return records.sweep(now, AT_ONCE) == AT_ONCE;
    }
}
