package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.Folders;
import org.roster.it.RosterServer;

/** Roster is asked to end while it works, as a deployment does it (R58). */
class TerminationFaultIT {

    private static final int ENDS_WITHIN_MILLIS = 30_000;

    @Test
    void whatRunsIsAnsweredNothingAcknowledgedIsLostAndItEndsInTime() throws Exception {
        var server = RosterServer.start("termination", Map.of("ROSTER_ACCESS_TOKEN_SECONDS", "3600"));
        var token = FaultyRoster.token(server.http());
        var load = Load.ofUsers(any -> server.http(), token, "term-", 8);
        long took;
        try (load) {
            load.awaitMore(200, 60);
            long began = System.nanoTime();
            server.stop();
            took = Waiting.since(began);
        }
        Ledger ledger = ledger(load);
        FaultyRoster.figure("termination endsAfterMillis=" + took + " " + load + " " + ledger);

        assertThat(load.torn).isEmpty();
        assertThat(load.strange).isEmpty();
        assertThat(took).isLessThan(ENDS_WITHIN_MILLIS);
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
        // Whoever sends while it ends is refused a connection or served: what is made is acknowledged.
        assertThat(ledger.rows()).isEqualTo(load.acknowledged.size());
    }

    @Test
    void itSaysThatItIsNotReadyBeforeItTakesNoMore() throws Exception {
        var server = RosterServer.start(
                "draining", Map.of("ROSTER_ACCESS_TOKEN_SECONDS", "3600", "ROSTER_DRAIN_SECONDS", "5"));
        var token = FaultyRoster.token(server.http());
        var stop = new Thread(server::stop);

        assertThat(FaultyRoster.status(server, "/health/ready")).isEqualTo(200);
        stop.start();
        Waiting.until("not ready", 4, () -> FaultyRoster.status(server, "/health/ready") == 503);

        assertThat(FaultyRoster.status(server, "/health/live")).isEqualTo(200);
        var created = server.http()
                .post("/v1/users")
                .bearer(token)
                .json(Map.of("username", "last"))
                .send();
        assertThat(created.status()).isEqualTo(201);
        stop.join(ENDS_WITHIN_MILLIS);
        assertThat(stop.isAlive()).isFalse();
    }

    private static Ledger ledger(Load load) throws SQLException {
        var file = Folders.work("termination").resolve("data/roster");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";MODE=MariaDB", "roster", "")) {
            return Ledger.read(connection, "term-", load.acknowledged, false);
        }
    }
}
