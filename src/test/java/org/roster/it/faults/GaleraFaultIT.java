package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.it.Http;
import org.roster.it.RosterServer;

/** Two Rosters write to different nodes of one Galera cluster at once; one of its nodes is lost (R62). */
class GaleraFaultIT {

    private static GaleraCluster cluster;
    private static RosterServer one;
    private static RosterServer other;
    private static String token;

    /** A way in which the cluster loses its first node, and the way back. */
    enum Loss {
        KILLED(() -> cluster.kill(1), () -> cluster.start(1)),
        CUT_OFF(() -> cluster.freeze(1), () -> cluster.thaw(1));

        final Runnable lose;
        final Runnable giveBack;

        Loss(Runnable lose, Runnable giveBack) {
            this.lose = lose;
            this.giveBack = giveBack;
        }
    }

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(GaleraCluster.installed(), "MariaDB with Galera and rsync are not installed here");
        cluster = new GaleraCluster();
        one = RosterServer.start("galera-1", settings(1, 2, 3));
        var second = new HashMap<>(settings(2, 3, 1));
        second.put("ROSTER_PUBLIC_URL", one.base().toString());
        other = RosterServer.start("galera-2", second);
        token = FaultyRoster.token(one.http());
    }

    private static Map<String, String> settings(int... order) {
        var settings = new HashMap<>(cluster.settings(order));
        settings.put("ROSTER_ACCESS_TOKEN_SECONDS", "3600");
        return settings;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable closeable : new AutoCloseable[] {one, other, cluster}) {
            if (closeable != null) {
                closeable.close();
            }
        }
    }

    private static Http node(int number) {
        return (number % 2 == 0 ? one : other).http();
    }

    @Test
    void everyTableHasAPrimaryKeyAsTheClusterNeedsIt() throws SQLException {
        var without = new ArrayList<String>();
        try (var connection = cluster.connection(1);
                var rows = connection
                        .createStatement()
                        .executeQuery("select t.table_name from information_schema.tables t"
                                + " where t.table_schema = 'roster' and t.table_type = 'BASE TABLE' and not exists"
                                + " (select 1 from information_schema.table_constraints c where c.table_schema ="
                                + " t.table_schema and c.table_name = t.table_name"
                                + " and c.constraint_type = 'PRIMARY KEY')")) {
            while (rows.next()) {
                without.add(rows.getString(1));
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void ofCreatesOfOneNameAtBothNodesOneMakesAUser() throws Exception {
        var counts = new TreeMap<Integer, Integer>();
        int rounds = 50;
        for (int round = 0; round < rounds; round++) {
            var name = "race-" + round;
            var statuses = together(8, i -> node(i).post("/v1/users")
                    .bearer(token)
                    .json(Map.of("username", name))
                    .send()
                    .status());
            statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
            assertThat(statuses).as(name).containsOnly(201, 409).containsOnlyOnce(201);
        }
        FaultyRoster.figure("galera race rounds=" + rounds + " answers=" + counts);
    }

    /** Changes of one row at both nodes: the cluster refuses one of them at its COMMIT, which is done again (1213). */
    @Test
    void changesOfOneUserAtBothNodesAreAllAnsweredAndNoneIsAFault() throws Exception {
        var id = one.http()
                .post("/v1/users")
                .bearer(token)
                .json(Map.of("username", "contended"))
                .send()
                .json()
                .get("id")
                .asText();
        var counts = new TreeMap<Integer, Integer>();
        for (int round = 0; round < 50; round++) {
            int number = round;
            together(8, i -> node(i).patch("/v1/users/" + id)
                            .bearer(token)
                            .mergePatch("{\"familyName\": \"" + number + "-" + i + "\"}")
                            .send()
                            .status())
                    .forEach(status -> counts.merge(status, 1, Integer::sum));
        }
        FaultyRoster.figure("galera contended answers=" + counts + " certificationFailures=" + conflicts());

        assertThat(counts.keySet()).isSubsetOf(200, 409, 412, 503);
        assertThat(counts.get(200)).isGreaterThan(50);
    }

    /** Killed it is gone at once; cut off it hangs, and the others go on as the majority. There are not two truths when it is back. */
    @ParameterizedTest
    @EnumSource
    void whenTheClusterLosesANodeNothingAcknowledgedIsLostAndBothRostersGoOn(Loss loss) throws Exception {
        var prefix = "lost-" + loss.name().toLowerCase(Locale.ROOT) + "-";
        Load load = Load.ofUsers(GaleraFaultIT::node, token, prefix, 6);
        long back;
        try (load) {
            load.awaitMore(100, 120);
            loss.lose.run();
            try {
                back = Waiting.until("both serve again", 60, () -> works(one) && works(other));
                load.awaitMore(150, 120);
            } finally {
                loss.giveBack.run();
            }
            load.awaitMore(100, 120);
        }
        Waiting.until("the node has what the others have", 60, () -> rows(1) == rows(2));
        Ledger ledger;
        try (var connection = cluster.connection(1)) {
            ledger = Ledger.read(connection, prefix, load.acknowledged, false);
        }
        FaultyRoster.figure("galera node " + loss + " bothServeAfterMillis=" + back + " " + load + " " + ledger);

        assertThat(load.strange).isEmpty();
        assertThat(load.unanswered).hasValue(0);
        assertThat(ledger.whole()).as(ledger.toString()).isTrue();
    }

    private static boolean works(RosterServer server) {
        return FaultyRoster.works(server, token, "back-");
    }

    /** How many users a node of the cluster knows; while it does not say, a number that no other says. */
    private static long rows(int node) {
        try (var connection = cluster.connection(node);
                var rows = connection.createStatement().executeQuery("select count(*) from user_account")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return -node;
        }
    }

    private static long conflicts() throws SQLException {
        long sum = 0;
        for (int node = 1; node <= 2; node++) {
            try (var connection = cluster.connection(node);
                    var rows = connection
                            .createStatement()
                            .executeQuery("show status where variable_name in"
                                    + " ('wsrep_local_cert_failures', 'wsrep_local_bf_aborts')")) {
                while (rows.next()) {
                    sum += rows.getLong(2);
                }
            }
        }
        return sum;
    }

    private static List<Integer> together(int many, java.util.function.IntFunction<Integer> one) throws Exception {
        var threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                calls.add(() -> one.apply(number));
            }
            var statuses = new ArrayList<Integer>();
            for (var future : threads.invokeAll(calls)) {
                statuses.add(future.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
