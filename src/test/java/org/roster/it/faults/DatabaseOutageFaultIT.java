package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.it.Answer;
import org.roster.it.RosterServer;

/** The database goes away in the ways in which databases go away, and comes back; Roster does not (R57). */
class DatabaseOutageFaultIT {

    private static final int ANSWERED_WITHIN_MILLIS = 8_000;
    private static final int LOADING = 12;

    private static KillableMariaDb database;
    private static Relay relay;
    private static RosterServer server;
    private static String token;
    private static String apiKey;

    /** A way to go, and the way back. */
    enum Fault {
        CUT(none -> relay.cut(), none -> relay.pass()),
        NETWORK_FROZEN(none -> relay.freeze(), none -> relay.pass()),
        SERVER_FROZEN(none -> database.freeze(), none -> database.thaw()),
        SERVER_KILLED(none -> database.kill(), none -> database.start());

        final Consumer<Void> begin;
        final Consumer<Void> end;

        Fault(Consumer<Void> begin, Consumer<Void> end) {
            this.begin = begin;
            this.end = end;
        }
    }

    private record Told(String who, Answer answer, long millis) {

        @Override
        public String toString() {
            return who + " " + millis + " ms: " + answer.status() + " " + answer.text();
        }
    }

    @BeforeAll
    static void start() {
        database = new KillableMariaDb("outage");
        relay = new Relay(database.port());
        server = RosterServer.start("outage", database.settings(relay.port()));
        token = FaultyRoster.token(server.http());
        apiKey = FaultyRoster.apiKey(server, token);
    }

    @AfterAll
    static void stop() {
        server.close();
        relay.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whileTheDatabaseIsAwayEveryRequestIsRefusedInItsOwnWordsAndAfterwardsServed(Fault fault) throws SQLException {
        var prefix = "outage-" + fault.name().toLowerCase(java.util.Locale.ROOT) + "-";
        List<Told> told;
        long slowest;
        long downAfter;
        long liveMillis;
        long backAfter;
        var load = Load.ofUsers(any -> server.http(), token, prefix, LOADING);
        try (load) {
            load.awaitMore(50, 60);
            load.slowest();
            long began = System.nanoTime();
            fault.begin.accept(null);
            told = ask();
            Waiting.until("not ready", 15, () -> FaultyRoster.status(server, "/health/ready") == 503);
            downAfter = Waiting.since(began);
            told.addAll(ask());
            began = System.nanoTime();
            assertThat(FaultyRoster.status(server, "/health/live")).isEqualTo(200);
            liveMillis = Waiting.since(began);
            slowest = load.slowest();
            fault.end.accept(null);
            began = System.nanoTime();
            Waiting.until("serving again", 60, () -> FaultyRoster.works(server, token, "after-"));
            backAfter = Waiting.since(began);
            load.awaitMore(50, 60);
        }
        long answered = told.stream().mapToLong(Told::millis).max().orElseThrow();
        Ledger ledger;
        try (var connection = database.connection()) {
            ledger = Ledger.read(connection, prefix, load.acknowledged, false);
        }
        var pool = pool();
        FaultyRoster.figure("outage " + fault + " answeredWithinMillis=" + answered + " slowestOfLoadMillis=" + slowest
                + " notReadyAfterMillis=" + downAfter + " liveMillis=" + liveMillis + " backAfterMillis=" + backAfter
                + " "
                + load + " " + ledger + " connectionsInUse=" + pool);

        // What signs tokens, and whose secret is right, is remembered for two to five seconds.
        told.removeIf(one -> one.who().equals("oauth") && one.answer().status() == 200);
        assertThat(told).hasSizeGreaterThanOrEqualTo(16).allSatisfy(one -> {
            assertThat(one.answer().status()).as(one.toString()).isEqualTo(503);
            assertThat(one.answer().header("Retry-After")).as(one.toString()).matches("\\d+");
            assertThat(one.millis()).as(one.toString()).isLessThan(ANSWERED_WITHIN_MILLIS);
        });
        words(told);
        assertThat(load.strange).isEmpty();
        assertThat(load.unanswered).hasValue(0);
        assertThat(slowest).isLessThan(ANSWERED_WITHIN_MILLIS);
        assertThat(ledger.whole())
                .as(ledger.lost() + " " + ledger.doubled() + " " + ledger.halves())
                .isTrue();
        assertThat(pool).isZero();
    }

    /** All contracts at once. */
    private static List<Told> ask() {
        var threads = Executors.newCachedThreadPool();
        try {
            var asked = new ArrayList<CompletableFuture<Told>>();
            for (var request : FaultyRoster.requests(server, token, apiKey)) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> {
                            long began = System.nanoTime();
                            var answer = request.getValue().get();
                            return new Told(request.getKey(), answer, Waiting.since(began));
                        },
                        threads));
            }
            var told = new ArrayList<Told>();
            asked.forEach(one -> told.add(one.join()));
            return told;
        } finally {
            threads.shutdown();
        }
    }

    private static void words(List<Told> told) {
        var expected = Map.of(
                "roster", "\"code\":\"overloaded\"",
                "roster GET", "\"code\":\"overloaded\"",
                "roster keyed", "\"code\":\"overloaded\"",
                "oauth", "temporarily_unavailable",
                "ecosys", "\"error\":\"Service Unavailable\"",
                "econtext", "503 Service Unavailable",
                "urac", "\"code\":133",
                "authservice", "\"message\":\"",
                "amani", "\"detail\":\"");
        assertThat(told).allSatisfy(one -> assertThat(one.answer().text())
                .as(one.who())
                .contains(expected.get(one.who()))
                .doesNotContain("java.")
                .doesNotContain("SQL"));
    }

    /** Connections that somebody holds, when nobody asks for anything; background work may hold one for a moment. */
    private static long pool() {
        var used = new long[1];
        try {
            Waiting.until("connections are given back", 20, () -> {
                var lines = server.http().get("/metrics").send().text();
                used[0] = gauge(lines, "connectionpool_managedConnections")
                        - gauge(lines, "connectionpool_freeConnections");
                return used[0] == 0;
            });
        } catch (AssertionError held) {
            return used[0];
        }
        return 0;
    }

    private static long gauge(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
