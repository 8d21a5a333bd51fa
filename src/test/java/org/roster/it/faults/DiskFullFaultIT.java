package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.RosterServer;

/** The disk of the database is full, and then is not any more (R59). */
class DiskFullFaultIT {

    private static final int LOADING = 4;

    private interface Opened {
        Connection open() throws SQLException;
    }

    @Test
    void whileTheDiskOfTheEmbeddedDatabaseIsFullCreatesAreRefusedAndNoUserIsThereByHalf() throws SQLException {
        try (var disk = new SmallDisk(48);
                var server = RosterServer.start(
                        "disk-h2",
                        Map.of("ROSTER_DATA_DIR", disk.folder().toString(), "ROSTER_ACCESS_TOKEN_SECONDS", "3600"))) {
            var file = disk.folder().resolve("roster");
            full("H2", server, disk, () -> {
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
            full("MariaDB", server, disk, database::connection);
        }
    }

    private static void full(String which, RosterServer server, SmallDisk disk, Opened opened) throws SQLException {
        var token = FaultyRoster.token(server.http());
        var load = Load.ofUsers(any -> server.http(), token, "disk-", LOADING);
        long back;
        int live;
        try (load) {
            load.awaitMore(50, 60);
            disk.fill();
            Waiting.until(
                    "creates are refused, " + load,
                    120,
                    () -> load.statuses.containsKey(503) || !load.strange.isEmpty());
            Waiting.millis(3000);
            live = FaultyRoster.status(server, "/health/live");
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
        assertThat(load.unanswered).hasValue(0);
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
    }
}
