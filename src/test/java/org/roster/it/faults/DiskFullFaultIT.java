package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.roster.it.Folders;
import org.roster.it.RosterServer;

/** The disk of the database, or of the server's log, is full, and then is not any more (R59). */
class DiskFullFaultIT {

    private static final int LOADING = 4;
    private static final int REFUSALS = 500;

    private interface Opened {
        Connection open() throws SQLException;
    }

    @Test
    void asTheDiskOfTheEmbeddedDatabaseFillsUpCreatesAreRefusedEveryRequestIsAnsweredAndReadsGoOn()
            throws SQLException {
        var load = embedded("filling", SmallDisk::fillUp, server -> {
            var list = server.http()
                    .get("/v1/users?limit=1")
                    .bearer(FaultyRoster.token(server.http()))
                    .send();
            var create = server.http()
                    .post("/v1/users")
                    .bearer(FaultyRoster.token(server.http()))
                    .json(Map.of("username", "disk-refused"))
                    .send();
            assertThat(list.status()).isEqualTo(200);
            assertThat(create.status()).isEqualTo(503);
            assertThat(create.json().get("detail").asText())
                    .isEqualTo("the disk of the directory's database is full; nothing was changed");
        });

        assertThat(load.unanswered).hasValue(0);
    }

    /**
     * Faster than it can be seen coming. One request at most has no answer: its transaction may be rolled back for ever in H2, see {@code
     * Turns}.
     */
    @Test
    void whenTheDiskOfTheEmbeddedDatabaseIsFullAtOnceNoUserIsThereByHalf() throws SQLException {
        var load = embedded("at-once", SmallDisk::fill, server -> {});

        assertThat(load.unanswered).hasValueLessThanOrEqualTo(1);
    }

    private static Load embedded(String name, Consumer<SmallDisk> filling, Consumer<RosterServer> meanwhile)
            throws SQLException {
        try (var disk = new SmallDisk(64);
                var server = RosterServer.start(
                        "disk-" + name,
                        Map.of("ROSTER_DATA_DIR", disk.folder().toString(), "ROSTER_ACCESS_TOKEN_SECONDS", "3600"))) {
            var file = disk.folder().resolve("roster");
            return full("H2 " + name, server, disk, filling, meanwhile, () -> {
                server.stop();
                return DriverManager.getConnection("jdbc:h2:file:" + file + ";MODE=MariaDB", "roster", "");
            });
        }
    }

    @Test
    void whileTheDiskOfMariaDbIsFullCreatesAreRefusedAndNoUserIsThereByHalf() throws SQLException {
        try (var disk = new SmallDisk(160);
                var database = new KillableMariaDb(
                        "disk",
                        disk.folder().resolve("data"),
                        "--innodb-log-file-size=8M",
                        "--innodb-buffer-pool-size=64M");
                var server = RosterServer.start("disk", database.settings(database.port()))) {
            var load = full("MariaDB", server, disk, SmallDisk::fill, any -> {}, database::connection);

            assertThat(load.unanswered).hasValue(0);
        }
    }

    /** The log is no part of what a change needs: what must not be lost is in the audit trail, which is in the database. */
    @Test
    void whileTheDiskOfTheLogIsFullRequestsAreServedAndTheLogGoesOnWhenThereIsSpaceAgain() throws Exception {
        Load load;
        long back;
        long entries;
        try (var disk = new SmallDisk(16);
                var server = RosterServer.start(
                        "disk-log", Map.of("LOG_DIR", disk.folder().toString()))) {
            var log = disk.folder().resolve("messages.log");
            logged(server, log, "before");
            load = whileFull(server, disk);
            back = logged(server, log, "after");
            entries = entries(log, "while-full");
        }
        Ledger ledger;
        var file = Folders.work("disk-log").resolve("data/roster");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";MODE=MariaDB", "roster", "")) {
            ledger = Ledger.read(connection, "log-", load.acknowledged, false);
        }
        FaultyRoster.figure("disk full of the log refusals=" + REFUSALS + " logged=" + entries
                + " loggedAgainAfterMillis=" + back + " " + load + " " + ledger);

        assertThat(entries).as("the disk was full").isLessThan(REFUSALS);
        assertThat(load.statuses).containsOnlyKeys(201);
        assertThat(load.unanswered).hasValue(0);
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
    }

    /** Creates before, while and after the disk is full, and refusals while it is, which would be logged. */
    private static Load whileFull(RosterServer server, SmallDisk disk) {
        var load = Load.ofUsers(any -> server.http(), FaultyRoster.token(server.http()), "log-", LOADING);
        try (load) {
            load.awaitMore(50, 60);
            disk.fill();
            for (int i = 0; i < REFUSALS; i++) {
                refused(server, "while-full");
            }
            load.awaitMore(100, 60);
            assertThat(FaultyRoster.status(server, "/health/live")).isEqualTo(200);
            assertThat(FaultyRoster.status(server, "/health/ready")).isEqualTo(200);
            disk.free();
            load.awaitMore(50, 60);
        }
        return load;
    }

    private static void refused(RosterServer server, String what) {
        assertThat(FaultyRoster.status(server, "/v1/users/" + what)).isEqualTo(401);
    }

    /** Until a refusal is found in the log. */
    private static long logged(RosterServer server, Path log, String what) {
        return Waiting.until("a refusal is logged " + what, 30, () -> {
            refused(server, what);
            return entries(log, what) > 0;
        });
    }

    private static long entries(Path log, String what) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("/v1/users/" + what)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Load full(
            String which,
            RosterServer server,
            SmallDisk disk,
            Consumer<SmallDisk> filling,
            Consumer<RosterServer> meanwhile,
            Opened opened)
            throws SQLException {
        var token = FaultyRoster.token(server.http());
        var load = Load.ofUsers(any -> server.http(), token, "disk-", LOADING);
        long back;
        int live;
        try (load) {
            load.awaitMore(50, 60);
            filling.accept(disk);
            Waiting.until(
                    "creates are refused, " + load,
                    120,
                    () -> load.statuses.containsKey(503) || !load.strange.isEmpty());
            Waiting.millis(3000);
            live = FaultyRoster.status(server, "/health/live");
            meanwhile.accept(server);
            disk.free();
            long began = System.nanoTime();
            Waiting.until("served again", 60, () -> FaultyRoster.works(server, token, "disk-after-"));
            back = Waiting.since(began);
            load.awaitMore(50, 60);
        }
        Ledger ledger;
        try (var connection = opened.open()) {
            ledger = Ledger.read(connection, "disk-", load.acknowledged, false);
        }
        FaultyRoster.figure("disk full " + which + " backAfterMillis=" + back + " " + load + " " + ledger);

        assertThat(live).isEqualTo(200);
        assertThat(load.strange).isEmpty();
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
        return load;
    }
}
