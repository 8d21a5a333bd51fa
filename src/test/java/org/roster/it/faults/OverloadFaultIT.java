package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.RosterServer;

/** Ten times more creates with passwords than can be hashed (R55). */
class OverloadFaultIT {

    private static final int SECONDS = 20;
    private static final int FULL = 2;
    private static final int TOO_MANY = 80;

    private static RosterServer server;
    private static String token;

    /** What was done in a while: creates answered with 201, and how long cheap reads and the probe took. */
    private record Measured(Load load, int created, List<Long> reads, List<Long> probes) {}

    @BeforeAll
    static void start() {
        server = RosterServer.start(
                "overload",
                Map.of(
                        "ROSTER_HASH_THREADS", "1",
                        "ROSTER_HASH_QUEUE", "8",
                        "ROSTER_ARGON2_MEMORY_KIB", "65536",
                        "ROSTER_ARGON2_ITERATIONS", "2"));
        token = FaultyRoster.token(server.http());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatCanBeDoneIsDoneTheRestIsRefusedAndEverythingElseGoesOn() {
        measured("warm-", FULL);
        var full = measured("full-", FULL);
        var over = measured("over-", TOO_MANY);
        long recovered = Waiting.until("recovered", 30, () -> FaultyRoster.works(server, token, "recovered-"));
        double goodput = (double) over.created() / full.created();
        FaultyRoster.figure("overload capacity=" + full.created() + " in " + SECONDS + " s, goodput="
                + Math.round(goodput * 100) / 100.0 + " readP99Millis full=" + p99(full.reads()) + " over="
                + p99(over.reads()) + " liveP99Millis full=" + p99(full.probes()) + " over=" + p99(over.probes())
                + " recoveredAfterMillis=" + recovered + " " + over.load());

        assertThat(over.load().strange).isEmpty();
        assertThat(over.load().unanswered).hasValue(0);
        assertThat(over.load().statuses).containsKey(503);
        assertThat(goodput).isGreaterThanOrEqualTo(0.5);
        assertThat(p99(over.reads())).isLessThanOrEqualTo(Math.max(250, 5 * p99(full.reads())));
    }

    private static Measured measured(String prefix, int threads) {
        var load = new Load(
                number -> server.http()
                        .post("/v1/users")
                        .bearer(token)
                        .json(Map.of("username", prefix + number, "password", "a password of good length"))
                        .send(),
                prefix,
                threads);
        var reads = Collections.synchronizedList(new ArrayList<Long>());
        var probes = Collections.synchronizedList(new ArrayList<Long>());
        var going = new AtomicBoolean(true);
        try (load) {
            Waiting.millis(2000);
            int before = load.acknowledged.size();
            var reader = watcher(reads, going, "/v1/users?limit=1");
            var prober = watcher(probes, going, "/health/live");
            Waiting.millis(SECONDS * 1000L);
            int created = load.acknowledged.size() - before;
            going.set(false);
            join(reader);
            join(prober);
            return new Measured(load, created, reads, probes);
        }
    }

    private static Thread watcher(List<Long> times, AtomicBoolean going, String path) {
        var thread = new Thread(() -> {
            while (going.get()) {
                long began = System.nanoTime();
                var answer = server.http().get(path).bearer(token).send();
                times.add(answer.status() == 200 ? Waiting.since(began) : 60_000);
                Waiting.millis(50);
            }
        });
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long p99(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
    }
}
