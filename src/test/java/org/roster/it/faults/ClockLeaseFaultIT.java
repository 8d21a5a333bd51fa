package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/** The wall clock of one of two nodes steps: what they take turns at by leases, and the trail that both write (R60). */
class ClockLeaseFaultIT extends SteppedNodes {

    private static final int LOADING = 4;

    @Test
    void aRequestThatIsBeingAnsweredAtOneNodeIsNotTakenOverByTheOther() throws Exception {
        for (var ahead : List.of(HOUR_AHEAD, BEHIND)) {
            var name = "once" + ahead.toMinutes();
            clock.step(ahead);
            CompletableFuture<Answer> first;
            try (var held = new HeldTenants(database)) {
                first = CompletableFuture.supplyAsync(() -> keyed(right, name));
                Waiting.until("the key is claimed", 4, held::claimed);

                assertThat(keyed(stepped, name).status()).as(name).isEqualTo(409);
            }

            assertThat(first.get().status()).as(name).isEqualTo(201);
            var again = keyed(stepped, name);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    private static Answer keyed(RosterServer node, String name) {
        return create(node, apiKey, Map.of("username", name))
                .header("Idempotency-Key", name)
                .send();
    }

    @Test
    void eachDeliveryArrivesOnceWhileTheClockStepsThoughBothNodesSend() {
        var hook = endpoint("/stepped", (exchange, number) -> {
            Waiting.millis(1500);
            exchange.sendResponseHeaders(204, -1);
        });
        int users = 0;
        for (var ahead : List.of(Duration.ZERO, HOUR_AHEAD, BEHIND, Duration.ZERO)) {
            clock.step(ahead);
            for (int i = 0; i < 8; i++) {
                created(i % 2 == 0 ? right : stepped, Map.of("username", "delivered-" + users++));
            }
            Waiting.millis(2000);
        }
        int events = users;
        Waiting.until("all have arrived", 60, () -> arrived("/stepped").size() >= events);
        Waiting.millis(5000);
        FaultyRoster.figure("clock deliveries events=" + users + " arrived="
                + arrived("/stepped").size());

        assertThat(arrived("/stepped")).hasSize(users).doesNotHaveDuplicates();
        unsubscribe(hook);
    }

    @Test
    void whatANodeHadTakenThatWasAheadWhenItWasKilledIsTakenOverAfterHalfAMinute() {
        var ended = new CountDownLatch(1);
        var hook = endpoint("/killed", (exchange, number) -> {
            if (number == 1) {
                await(ended);
            }
            exchange.sendResponseHeaders(204, -1);
        });
        long took;
        try {
            clock.step(HOUR_AHEAD);
            signal("STOP"); // so that it is not the right node that takes it
            created(stepped, Map.of("username", "killed"));
            receiver.await("/killed", 1);
            stepped.kill();
            signal("CONT");
            took = Waiting.until(
                    "the other node sends it", 60, () -> arrived("/killed").size() == 2);
        } finally {
            ended.countDown();
            signal("CONT");
            clock.step(Duration.ZERO);
            stepped.start();
        }
        FaultyRoster.figure("clock lease of a killed node that was an hour ahead, takenOverAfterMillis=" + took);

        assertThat(new HashSet<>(arrived("/killed"))).hasSize(1);
        unsubscribe(hook);
    }

    private static void signal(String name) {
        right.processes().forEach(process -> Signals.send(name, process.pid()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ids of what has arrived at a path. */
    private static List<String> arrived(String path) {
        return receiver.to(path).stream().map(one -> one.header("webhook-id")).toList();
    }

    private static String endpoint(String path, Receiver.Behaviour behaviour) {
        var made = right.http()
                .post("/v1/webhook-endpoints")
                .header("X-API-Key", apiKey)
                .json(Map.of("url", receiver.at(path, behaviour), "events", List.of("user.created")))
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Waiting.millis(2500); // for as long a node may not know of it
        return made.json().get("id").asText();
    }

    private static void unsubscribe(String endpoint) {
        var gone = right.http()
                .delete("/v1/webhook-endpoints/" + endpoint)
                .header("X-API-Key", apiKey)
                .send();
        assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
    }

    @Test
    void underLoadTheStepsFailNoRequestAndTheTrailOfBothNodesIsWhole() throws SQLException {
        var load = new Load(
                number -> create(number % 2 == 0 ? right : stepped, apiKey, Map.of("username", "step-" + number))
                        .send(),
                "step-",
                LOADING);
        long slowest = 0;
        try (load) {
            for (var ahead : List.of(HOUR_AHEAD, BEHIND, Duration.ZERO)) {
                load.awaitMore(40, 60);
                load.slowest();
                clock.step(ahead);
                load.awaitMore(40, 60);
                slowest = Math.max(slowest, load.slowest());
            }
        }
        Ledger ledger;
        try (var connection = database.connection()) {
            ledger = Ledger.read(connection, "step-", load.acknowledged, false);
        }
        Waiting.until(
                "all has its place in the trail", 30, () -> verification(right).contains("\"waiting\":0"));
        FaultyRoster.figure("clock steps slowestMillis=" + slowest + " " + load + " " + ledger);

        assertThat(load.strange).isEmpty();
        // The server measures for how long a connection has been idle by the wall clock, and may close one under a
        // request.
        assertThat(ledger.rows()).isEqualTo(load.acknowledged.size());
        assertThat(load.unanswered.get()).isLessThanOrEqualTo(LOADING);
        assertThat(slowest).isLessThan(8_000);
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
        for (var node : List.of(right, stepped)) {
            assertThat(verification(node)).contains("\"good\":true", "\"findings\":[]");
        }
    }

    private static String verification(RosterServer node) {
        return node.http()
                .get("/v1/audit/verification?limit=100000")
                .header("X-API-Key", apiKey)
                .send()
                .text();
    }
}
