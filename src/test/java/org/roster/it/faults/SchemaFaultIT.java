package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.roster.it.RosterServer;

/** A start on a schema that is not as it should be: newer, failed, or half made by a start that was killed (R63). */
class SchemaFaultIT {

    private static final String HISTORY =
            "insert into flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success)"
                    + " values (9999, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x', 1, %s)";

    @Test
    void aNewerSchemaEndsTheStartWithOneClearLineAndIsLeftAsItIs() throws SQLException {
        try (var database = new KillableMariaDb("schema");
                var server = RosterServer.start("schema", database.settings(database.port()))) {
            server.stop();
            change(database, HISTORY.formatted("1"));

            assertRefused(server, "the database's schema is newer than this Roster: it has migration 999");

            change(database, "delete from flyway_schema_history where version = '999'");
            change(database, "update flyway_schema_history set success = 0 where version = '012'");
            assertRefused(server, "migration 012 has failed on this database before");

            change(database, "update flyway_schema_history set success = 1 where version = '012'");
            server.start();
        }
    }

    @Test
    void aNodeThatRunsGoesOnWhileALaterVersionAddsToTheSchema() throws SQLException {
        try (var database = new KillableMariaDb("schema-later");
                var server = RosterServer.start("schema-later", database.settings(database.port()))) {
            var token = FaultyRoster.token(server.http());
            var load = Load.ofUsers(any -> server.http(), token, "later-", 4);
            try (load) {
                load.awaitMore(50, 60);
                change(database, "alter table user_account add column later varchar(40) null");
                change(database, "create index user_account_later on user_account (later)");
                change(database, "create table later (id int primary key)");
                change(database, HISTORY.formatted("1"));
                load.awaitMore(200, 60);
            }
            FaultyRoster.figure("schema of a later version under load: " + load);

            assertThat(load.statuses).containsOnlyKeys(201);
            assertThat(load.unanswered).hasValue(0);
            assertThat(server.http()
                            .get("/v1/users?username=later-1")
                            .bearer(token)
                            .send()
                            .json()
                            .get("items"))
                    .hasSize(1);
        }
    }

    private static void assertRefused(RosterServer server, String line) {
        int before = server.console().length();
        server.launch();
        Waiting.until("the start is refused", 120, () -> server.console()
                .substring(before)
                .contains("Roster does not start: " + line));
        var said = server.console().substring(before);
        assertThat(said.split("Roster does not start: ", -1)).hasSize(2);
        server.kill();
    }

    @Test
    void onMariaDbAStartThatIsKilledInItsMigrationsIsGoneOnWithByTheNext() throws SQLException {
        try (var database = new KillableMariaDb("schema-killed")) {
            var at = new ArrayList<Integer>();
            var server = RosterServer.prepared("schema-killed", database.settings(database.port()));
            try (server) {
                for (int tables : List.of(2, 5, 9, 14, 18, 23, 27)) {
                    killedWhen(server, () -> tables(database) >= tables);
                    at.add(tables(database));
                }
                server.start();
                var token = FaultyRoster.token(server.http());
                assertThat(FaultyRoster.works(server, token, "schema-")).isTrue();
            }
            FaultyRoster.figure("schema MariaDB killed with so many tables: " + at);
        }
    }

    private static void killedWhen(RosterServer server, BooleanSupplier holds) {
        server.launch();
        long began = System.nanoTime();
        while (!holds.getAsBoolean() && Waiting.since(began) < 120_000) {
            Thread.onSpinWait();
        }
        server.kill();
    }

    private static int tables(KillableMariaDb database) {
        try (var connection = database.connection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from information_schema.tables where table_schema = 'roster'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(KillableMariaDb database, String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
