package org.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final int TICKS = 600;

    private final AtomicInteger rows = new AtomicInteger(1_000_000);
    private final AtomicInteger looks = new AtomicInteger();
    private Runnable tick = () -> {};

    /** An executor whose clock is the test. */
    private ScheduledExecutorService executor() {
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (self, method, values) -> {
                    if (method.getName().equals("scheduleWithFixedDelay")) {
                        tick = (Runnable) values[0];
                    }
                    return null;
                });
    }

    private int take(int most) {
        int before = rows.get();
        return before - rows.updateAndGet(left -> Math.max(0, left - most));
    }

    @Test
    void whatOneSweepLeavesIsTakenAtTheNextTicksAndTheOutboxIsLookedIntoMeanwhile() {
        var rounds = new Rounds(executor(), "rows", looks::incrementAndGet, () -> Rounds.inBatches(this::take));
        assertThat(rounds).isNotNull();

        for (int i = 0; i < TICKS - 1; i++) {
            tick.run();
        }
        assertThat(rows).hasValue(1_000_000);
        for (int i = 0; i < 100; i++) {
            tick.run();
        }

        assertThat(rows).hasValue(0);
        assertThat(looks).hasValue(TICKS - 1 + 100);
    }

    @Test
    void aSweepThatFailsIsMadeAgainTenMinutesLater() {
        var sweeps = new AtomicInteger();
        var rounds = new Rounds(executor(), "rows", () -> {}, () -> {
            sweeps.incrementAndGet();
            throw new IllegalStateException("away");
        });
        assertThat(rounds).isNotNull();

        for (int i = 0; i < 2 * TICKS; i++) {
            tick.run();
        }

        assertThat(sweeps).hasValue(2);
    }

    @Test
    void aMomentWithoutMemoryEndsNothing() {
        var rounds = new Rounds(
                executor(),
                "rows",
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("for once");
                    }
                },
                () -> false);

        tick.run();
        tick.run();
        rounds.look();

        assertThat(looks).hasValue(3);
    }
}
