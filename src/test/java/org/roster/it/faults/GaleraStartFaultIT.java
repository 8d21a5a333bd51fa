package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.roster.it.RosterServer;

/** First starts of two Rosters at two nodes of a Galera cluster, whose named locks are each node's own (R62). */
class GaleraStartFaultIT {

    private static final int REPETITIONS = 4;

    private static GaleraCluster cluster;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(GaleraCluster.installed(), "MariaDB with Galera and rsync are not installed here");
        cluster = new GaleraCluster();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @RepeatedTest(REPETITIONS)
    void twoThatStartAtTheSameInstantOnAnEmptySchemaMakeOneDirectory(RepetitionInfo repetition) throws SQLException {
        empty();
        long began = System.nanoTime();
        try (var one = prepared("galera-first-1", null, 1, 2, 3);
                var other = prepared("galera-first-2", one, 2, 3, 1)) {
            one.launch();
            other.launch();
            one.awaitReady();
            other.awaitReady();
            FaultyRoster.figure("galera first start of two, repetition " + repetition.getCurrentRepetition()
                    + " bothReadyAfterMillis=" + Waiting.since(began) + " migrations="
                    + migrations().size());

            assertThat(migrations()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
            assertOneDirectory(one, other);
        }
    }

    /** What each of two nodes has made is good at the other. */
    private static void assertOneDirectory(RosterServer one, RosterServer other) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            var token = FaultyRoster.token(pair.get(0).http());
            var there = pair.get(1).http();
            assertThat(items(pair.get(1), token, "/v1/tenants", "code")).containsExactly("default");
            assertThat(items(pair.get(1), token, "/v1/users", "username")).containsExactly("admin");
            assertThat(items(pair.get(1), token, "/v1/groups", "code")).containsExactly("administrators");
            assertThat(items(pair.get(1), token, "/v1/applications", "name")).containsExactly("Bootstrap");
            assertThat(items(pair.get(1), token, "/v1/signing-keys", "id")).hasSize(1);
            assertThat(there.get("/oauth2/jwks").send().json())
                    .isEqualTo(pair.get(0).http().get("/oauth2/jwks").send().json());
        }
    }

    @Test
    void oneThatIsKilledInItsMigrationsIsGoneOnWithByTheOther() throws SQLException {
        empty();
        try (var one = prepared("galera-killed-1", null, 1, 2, 3);
                var other = prepared("galera-killed-2", one, 2, 3, 1)) {
            one.launch();
            Waiting.until("it migrates", 120, () -> tables() >= 9);
            other.launch();
            one.kill();
            int at = tables();
            long began = System.nanoTime();
            other.awaitReady();
            FaultyRoster.figure(
                    "galera first start killed with tables=" + at + " otherReadyAfterMillis=" + Waiting.since(began));

            assertThat(migrations()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
            one.start();
            assertOneDirectory(one, other);
        }
    }

    private static RosterServer prepared(String name, RosterServer first, int... order) {
        var settings = new HashMap<>(cluster.settings(order));
        if (first != null) {
            settings.put("ROSTER_PUBLIC_URL", first.base().toString());
        }
        return RosterServer.prepared(name, settings);
    }

    private static void empty() throws SQLException {
        try (var connection = cluster.connection(1);
                var statement = connection.createStatement()) {
            statement.execute("drop database roster");
            statement.execute("create database roster character set utf8mb4");
        }
        Waiting.until("the other nodes know", 10, () -> tables() == 0);
    }

    private static int tables() {
        try (var connection = cluster.connection(2);
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from information_schema.tables where table_schema = 'roster'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            return -1; // it is being made
        }
    }

    private static List<String> migrations() throws SQLException {
        var versions = new ArrayList<String>();
        try (var connection = cluster.connection(3);
                var rows = connection
                        .createStatement()
                        .executeQuery("select version, success from flyway_schema_history order by installed_rank")) {
            while (rows.next()) {
                assertThat(rows.getBoolean(2)).isTrue();
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static List<String> items(RosterServer server, String token, String path, String member) {
        var values = new ArrayList<String>();
        server.http()
                .get(path + "?limit=100")
                .bearer(token)
                .send()
                .json()
                .get("items")
                .forEach(item -> values.add(item.path(member).asText()));
        return values;
    }
}
