package org.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final Sweep sweep = new Sweep("rows", this::batch);

    private boolean batch(Instant now) {
        batches.incrementAndGet();
        return rows.updateAndGet(left -> Math.max(0, left - 500)) > 0;
    }

    @Test
    void aMillionRowsThatAreOverGoInOneSweep() {
        rows.set(1_000_000);

        sweep.now(Runnable::run, NOW);

        assertThat(rows).hasValue(0);
        assertThat(batches).hasValue(2000);
    }

    @Test
    void aSweepIsMadeOnceAMinuteAtMost() {
        for (int second = 0; second < 120; second++) {
            sweep.now(Runnable::run, NOW.plusSeconds(second));
        }
        assertThat(batches).hasValue(2);
    }
}
