package org.roster.it.bench;

import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.sun.jna.NativeLong;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.roster.it.RosterServer;

/**
 * What the parts of an operation cost without Roster: an answer of the same server, a hash by the same library, rows in the same
 * database. Less than the sum of its parts no operation can cost.
 */
final class Floor {

    private static final int PROCESSORS = 2;
    private static final int CONNECTIONS = 8;

    private final RosterServer server;
    private final Duration time;
    private final AtomicLong numbers = new AtomicLong();

    Floor(RosterServer server, Duration time) {
        this.server = server;
        this.time = time;
    }

    /** CPU milliseconds, those of the database among them. */
    String measured() {
        answer(); // warms up
        return String.format(
                Locale.ROOT,
                "floor: an answer %.2f, a hash %.2f, four rows in a transaction %.2f, a row by its key %.2f",
                answer(),
                hash(),
                rows(),
                row());
    }

    /** Of the server's own probe. */
    private double answer() {
        var before = Processes.cpu(server.processes());
        var probe = Connection.request(server.base(), "GET", "/health/live", "", "");
        var seen = Loop.run(server.base(), CONNECTIONS, time, numbers, n -> probe);
        return Processes.cpu(server.processes()).minus(before).toNanos() / 1e6 / seen.good();
    }

    private double hash() {
        var sodium = new SodiumJava();
        var password = "S3cure-passw0rd!".getBytes(StandardCharsets.US_ASCII);
        return each(PROCESSORS, () -> () -> {
            int result = sodium.crypto_pwhash(
                    new byte[32],
                    32,
                    password,
                    password.length,
                    new byte[16],
                    5,
                    new NativeLong(7168 * 1024L),
                    PwHash.Alg.PWHASH_ALG_ARGON2ID13.getValue());
            if (result != 0) {
                throw new IllegalStateException("no hash");
            }
        });
    }

    private double rows() {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists floor_row (id uuid primary key, name varchar(100) not null,"
                    + " text varchar(1000), index name_ix (name))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return each(CONNECTIONS, () -> {
            var connection = server.database();
            connection.setAutoCommit(false);
            var insert = connection.prepareStatement("insert into floor_row (id, name, text) values (?, ?, ?)");
            return () -> fourRows(connection, insert);
        });
    }

    private void fourRows(java.sql.Connection connection, PreparedStatement insert) throws SQLException {
        for (int i = 0; i < 4; i++) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, "name" + numbers.incrementAndGet());
            insert.setString(3, "x".repeat(250));
            insert.executeUpdate();
        }
        connection.commit();
    }

    private double row() {
        return each(CONNECTIONS, () -> {
            var select = server.database().prepareStatement("select id, name, text from floor_row where name = ?");
            return () -> {
                select.setString(1, "name" + (1 + numbers.incrementAndGet() % 100));
                try (var rows = select.executeQuery()) {
                    rows.next();
                }
            };
        });
    }

    /** One of many steps. */
    private interface Step {

        void run() throws SQLException;
    }

    /** CPU milliseconds of a step that each of some threads does again and again. */
    private double each(int threads, Callable<Step> prepare) {
        var pool = Executors.newFixedThreadPool(threads);
        var before = Processes.cpu(Processes.database());
        long end = System.nanoTime() + time.toNanos();
        try {
            var all = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < threads; i++) {
                all.add(() -> repeated(prepare.call(), end));
            }
            long steps = 0;
            long nanos = 0;
            for (var done : pool.invokeAll(List.copyOf(all))) {
                steps += done.get()[0];
                nanos += done.get()[1];
            }
            var database = Processes.cpu(Processes.database()).minus(before);
            return (nanos + database.toNanos()) / 1e6 / steps;
        } catch (Exception e) {
            throw new IllegalStateException("a floor could not be measured", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] repeated(Step step, long end) throws SQLException {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long steps = 0;
        while (System.nanoTime() < end) {
            step.run();
            steps++;
        }
        return new long[] {steps, threads.getCurrentThreadCpuTime() - before};
    }
}
