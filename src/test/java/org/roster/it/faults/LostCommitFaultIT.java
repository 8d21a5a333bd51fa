package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.RosterServer;

/** The connection to the database ends after it was ordered to commit, did so, and before its answer arrives (R57). */
class LostCommitFaultIT {

    private static KillableMariaDb database;
    private static Relay relay;
    private static RosterServer server;
    private static String token;

    @BeforeAll
    static void start() {
        database = new KillableMariaDb("lost");
        relay = new Relay(database.port());
        server = RosterServer.start("lost", database.settings(relay.port()));
        token = FaultyRoster.token(server.http());
    }

    @AfterAll
    static void stop() {
        server.close();
        relay.close();
        database.close();
    }

    @Test
    void whoeverSendsAKeyedCreateAgainAfterALostCommitGetsTheUserThatWasMade() throws SQLException {
        for (int i = 0; i < 20; i++) {
            var name = "lost-keyed-" + i;
            relay.loseAnswerOfCommit(name);

            var first = create(name, true);
            assertUnknown(first);
            var second = Waiting.answer(60, () -> create(name, true), answer -> answer.status() != 409);

            assertThat(second.status()).as(second.toString()).isEqualTo(201);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThereOnce("lost-keyed-", 20);
    }

    @Test
    void whoeverSendsACreateAgainWithoutAKeyLearnsThatTheUserIsThere() throws SQLException {
        for (int i = 0; i < 20; i++) {
            var name = "lost-plain-" + i;
            relay.loseAnswerOfCommit(name);

            assertUnknown(create(name, false));

            assertThat(create(name, false).status()).isEqualTo(409);
        }
        assertThereOnce("lost-plain-", 20);
    }

    private static void assertUnknown(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.text())
                .contains("did not say whether the change was made")
                .doesNotContain("nothing was changed");
        assertThat(relay.hasLostIt()).isTrue();
    }

    private static void assertThereOnce(String prefix, int many) throws SQLException {
        try (var connection = database.connection()) {
            var ledger = Ledger.read(connection, prefix, Set.of(), false);
            FaultyRoster.figure("lost commit " + prefix + " answersLost=" + many + " " + ledger);
            assertThat(ledger.rows()).isEqualTo(many);
            assertThat(ledger.whole()).as(ledger.toString()).isTrue();
        }
    }

    private static Answer create(String name, boolean keyed) {
        var call = server.http().post("/v1/users").bearer(token).json(Map.of("username", name));
        return (keyed ? call.header("Idempotency-Key", "key-of-" + name) : call).send();
    }
}
