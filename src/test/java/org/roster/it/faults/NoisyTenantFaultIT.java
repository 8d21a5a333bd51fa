package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.NewTenant;
import org.roster.it.RosterServer;

/**
 * A tenant that asks for far more than its limit and heeds no refusal costs another tenant little (R53). What the other waits with
 * and without it is measured in turns, so that what else the machine does meanwhile falls on both.
 */
class NoisyTenantFaultIT {

    private static final int LIMIT = 100;
    private static final int NOISY = 64;
    private static final int TURNS = 6;
    private static final int SECONDS = 8;

    private static RosterServer server;
    private static String noisy;
    private static String quiet;

    private final ConcurrentMap<Integer, AtomicInteger> noise = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        server = RosterServer.start("noisy", Map.of("ROSTER_LIMIT_TENANT", LIMIT + "/1"));
        var maker = FaultyRoster.token(server.http());
        noisy = NewTenant.of(server.http(), maker, "noisy", "users:read").token();
        quiet = NewTenant.of(server.http(), maker, "quiet", "users:read").token();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTenantFarBeyondItsLimitCostsAnotherAFifthOfItsTimeAtMost() throws Exception {
        var alone = Collections.synchronizedList(new ArrayList<Long>());
        var beside = Collections.synchronizedList(new ArrayList<Long>());
        quietly(new ArrayList<>()); // warms up
        for (int turn = 0; turn < TURNS; turn++) {
            quietly(alone);
            try (var others = new Noise()) {
                Waiting.millis(2000); // until the noisy tenant has used up what it may
                quietly(beside);
            }
        }
        FaultyRoster.figure("noisy tenant: reads of another alone p50=" + micros(alone, 50) + " p99="
                + micros(alone, 99) + " us, beside it p50=" + micros(beside, 50) + " p99=" + micros(beside, 99)
                + " us; noise=" + noise);

        assertThat(noise).containsKeys(200, 429);
        assertThat(noise.keySet()).isSubsetOf(200, 429, 503);
        assertThat(micros(beside, 99)).isLessThanOrEqualTo(micros(alone, 99) * 12 / 10);
    }

    /** Cheap reads at a pace well within the limit; every one of them must be answered well. */
    private static void quietly(List<Long> nanos) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            int status =
                    server.http().get("/v1/users?limit=20").bearer(quiet).send().status();
            nanos.add(System.nanoTime() - began);
            assertThat(status).isEqualTo(200);
            Thread.sleep(15);
        }
    }

    private static long micros(List<Long> nanos, int percent) {
        var sorted = nanos.stream().sorted().toList();
        return TimeUnit.NANOSECONDS.toMicros(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }

    /** Asks without a pause, whatever the answer is. */
    private final class Noise implements AutoCloseable {

        private final AtomicBoolean going = new AtomicBoolean(true);
        private final ExecutorService threads = Executors.newFixedThreadPool(NOISY);

        private Noise() {
            for (int i = 0; i < NOISY; i++) {
                threads.submit(() -> {
                    while (going.get()) {
                        int status = server.http()
                                .get("/v1/users?limit=20")
                                .bearer(noisy)
                                .send()
                                .status();
                        noise.computeIfAbsent(status, any -> new AtomicInteger())
                                .incrementAndGet();
                    }
                    return true;
                });
            }
        }

        @Override
        public void close() throws InterruptedException {
            going.set(false);
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
