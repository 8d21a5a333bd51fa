package org.roster.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roster.it.Folders;

/**
 * Measures every job and prints a table. Its only assertion is that all operations were answered well: times on a machine that does
 * other things too prove nothing.
 */
class BenchIT {

    private static final int CONNECTIONS = 8;
    private static final int USERS = Integer.getInteger("roster.bench.users", 1000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("roster.bench.warmup", 20));
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("roster.bench.seconds", 10));
    /** The names of some jobs, with commas between them; all of them unless given. */
    private static final Set<String> JOBS = Stream.of(
                    System.getProperty("roster.bench.jobs", "").split(","))
            .filter(job -> !job.isBlank())
            .collect(Collectors.toSet());

    private static final int RUNS = Integer.getInteger("roster.bench.runs", 3);

    /** Over all peers and jobs, so that each create has a name of its own. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** The medians of a job's runs. */
    private record Cost(double serverMillis, double databaseMillis, double perSecond, double p99) {

        double millis() {
            return serverMillis + databaseMillis;
        }
    }

    @Test
    void everyOperationIsAnsweredWellWhileItsCostIsMeasured() throws IOException {
        var lines = new ArrayList<String>();
        var costs = new LinkedHashMap<String, Map<String, Cost>>();
        try (var roster = new RosterPeer(USERS)) {
            costs.put(roster.name(), measured(roster, lines));
            lines.add(roster.floor(RUN));
        }
        var home = System.getProperty("roster.bench.keycloak", "");
        if (!home.isEmpty()) {
            try (var keycloak = new KeycloakPeer(Path.of(home), USERS)) {
                costs.put(keycloak.name(), measured(keycloak, lines));
            }
        }
        lines.addAll(table(costs));
        lines.forEach(System.err::println);
        Files.write(Folders.work("bench.txt"), lines);
    }

    private static Map<String, Cost> measured(Peer peer, List<String> lines) {
        var fresh = peer.memory();
        var costs = new LinkedHashMap<String, Cost>();
        var jobs = new ArrayList<>(peer.jobs().keySet());
        jobs.removeIf(job -> !JOBS.isEmpty() && !JOBS.contains(job));
        // All of them before the first is measured: what compilers do for one job must not depend on which came before
        // it.
        jobs.forEach(job -> run(peer, job, WARM_UP));
        for (var job : jobs) {
            var runs = new ArrayList<Cost>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(run(peer, job, RUN));
            }
            costs.put(job, median(runs));
        }
        lines.add("%s: %d MiB when ready, %d MiB after all jobs, %.0f CPU-s in all"
                .formatted(peer.name(), fresh, peer.memory(), peer.cpu().toMillis() / 1000.0));
        return costs;
    }

    private static Cost run(Peer peer, String job, Duration time) {
        var requests = peer.jobs().get(job); // with a fresh token
        var before = peer.cpu();
        var databaseBefore = Processes.cpu(Processes.database());
        var seen = Loop.run(peer.base(), CONNECTIONS, time, NUMBERS, requests);
        var server = peer.cpu().minus(before);
        var database = Processes.cpu(Processes.database()).minus(databaseBefore);
        assertThat(seen.bad())
                .as("%s: %s, answers that are not 2xx", peer.name(), job)
                .isZero();
        return new Cost(
                server.toNanos() / 1e6 / seen.good(),
                database.toNanos() / 1e6 / seen.good(),
                seen.good() / seen.seconds(),
                seen.percentileMillis(0.99));
    }

    /** The run whose cost is the middle one. */
    private static Cost median(List<Cost> runs) {
        return runs.stream()
                .sorted((one, other) -> Double.compare(one.millis(), other.millis()))
                .toList()
                .get(runs.size() / 2);
    }

    private static List<String> table(Map<String, Map<String, Cost>> costs) {
        var lines = new ArrayList<String>();
        lines.add(
                "%d users, %d connections, %d runs of %d s after %d s of each job to warm up; CPU ms an operation: server + database = sum"
                        .formatted(USERS, CONNECTIONS, RUNS, RUN.toSeconds(), WARM_UP.toSeconds()));
        var roster = costs.get("Roster");
        for (var job : roster.keySet()) {
            var line = new StringBuilder(String.format(Locale.ROOT, "%-24s", job));
            costs.forEach((peer, all) -> {
                var cost = all.get(job);
                line.append(String.format(
                        Locale.ROOT,
                        " | %s %6.2f + %5.2f = %6.2f, %7.0f/s, p99 %6.1f ms",
                        peer,
                        cost.serverMillis(),
                        cost.databaseMillis(),
                        cost.millis(),
                        cost.perSecond(),
                        cost.p99()));
            });
            if (costs.containsKey("Keycloak")) {
                line.append(String.format(
                        Locale.ROOT,
                        " | %.1f times",
                        costs.get("Keycloak").get(job).millis()
                                / roster.get(job).millis()));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
