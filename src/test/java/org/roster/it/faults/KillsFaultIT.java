package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roster.it.Folders;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/**
 * Processes are killed again and again while users are created: nothing that was acknowledged is lost, nothing is there twice
 * and nothing by half (R56, R57). A kill leaves the memory of the system as it is: what is shown is that a process may die, not
 * that a machine may lose its power.
 */
class KillsFaultIT {

    private static final int KILLS = Integer.getInteger("roster.faults.kills", 20);
    private static final int BETWEEN_KILLS = 60;
    private static final int LOADING = 4;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void ofRosterOnItsEmbeddedDatabaseKilledUnderLoadNothingAcknowledgedIsLost() throws SQLException {
        var server = RosterServer.start("kills-h2", settings());
        var load = killed("kill-h2-", server, KILLS / 2);
        var file = Folders.work("kills-h2").resolve("data/roster");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";MODE=MariaDB", "roster", "")) {
            audit("kills of Roster on H2, kills=" + KILLS / 2, connection, "kill-h2-", load);
        }
    }

    @Test
    void ofRosterOnMariaDbKilledUnderLoadNothingAcknowledgedIsLost() throws SQLException {
        try (var database = new KillableMariaDb("kills-app")) {
            var settings = settings();
            settings.putAll(database.settings(database.port()));
            var server = RosterServer.start("kills-app", settings);
            int kills = KILLS - KILLS / 2;
            var load = killed("kill-app-", server, kills);
            try (var connection = database.connection()) {
                audit("kills of Roster on MariaDB, kills=" + kills, connection, "kill-app-", load);
            }
        }
    }

    @Test
    void ofMariaDbKilledUnderLoadNothingAcknowledgedIsLostAndRosterGoesOnByItself() throws SQLException {
        try (var database = new KillableMariaDb("kills-db")) {
            var settings = settings();
            settings.putAll(database.settings(database.port()));
            long slowest = 0;
            var server = RosterServer.start("kills-db", settings);
            Load load;
            try (server) {
                var token = FaultyRoster.token(server.http());
                subscribe(server, token);
                load = Load.ofUsers(any -> server.http(), token, "kill-db-", LOADING);
                try (load) {
                    for (int i = 0; i < KILLS; i++) {
                        load.awaitMore(BETWEEN_KILLS, 120);
                        Waiting.millis(ThreadLocalRandom.current().nextLong(50));
                        database.kill();
                        database.start();
                        long back = Waiting.until(
                                "served again", 60, () -> FaultyRoster.works(server, token, "kill-db-after-"));
                        slowest = Math.max(slowest, back);
                    }
                    load.awaitMore(BETWEEN_KILLS, 120);
                }
                assertThat(load.strange).isEmpty();
                assertThat(load.unanswered).hasValue(0);
            }
            try (var connection = database.connection()) {
                audit(
                        "kills of MariaDB, kills=" + KILLS + " servedAgainAfterMillis<=" + slowest,
                        connection,
                        "kill-db-",
                        load);
            }
        }
    }

    /** Users are created; the server is killed and started again and again; and stopped in the end. */
    private Load killed(String prefix, RosterServer server, int kills) {
        long slowest = 0;
        Load load;
        try (server) {
            var token = FaultyRoster.token(server.http());
            subscribe(server, token);
            load = Load.ofUsers(any -> server.http(), token, prefix, LOADING);
            try (load) {
                for (int i = 0; i < kills; i++) {
                    load.awaitMore(BETWEEN_KILLS, 120);
                    Waiting.millis(ThreadLocalRandom.current().nextLong(50));
                    server.kill();
                    long began = System.nanoTime();
                    server.start();
                    slowest = Math.max(slowest, Waiting.since(began));
                }
                load.awaitMore(BETWEEN_KILLS, 120);
            }
        }
        FaultyRoster.figure(prefix + " readyAgainAfterMillis<=" + slowest);
        return load;
    }

    private static void audit(String what, Connection connection, String prefix, Load load) throws SQLException {
        var ledger = Ledger.read(connection, prefix, load.acknowledged, true);
        FaultyRoster.figure(what + " " + load + " " + ledger);
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.doubled()).isEmpty();
        assertThat(ledger.halves()).isEmpty();
    }

    private void subscribe(RosterServer server, String token) {
        var made = server.http()
                .post("/v1/webhook-endpoints")
                .bearer(token)
                .json(Map.of(
                        "url",
                        receiver.at("/hook", (exchange, number) -> exchange.sendResponseHeaders(204, -1)),
                        "events",
                        List.of("user.created")))
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static Map<String, String> settings() {
        return new HashMap<>(
                Map.of("ROSTER_WEBHOOK_TRUSTED_HOSTS", "localhost", "ROSTER_ACCESS_TOKEN_SECONDS", "3600"));
    }
}
