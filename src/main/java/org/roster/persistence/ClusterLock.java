package org.roster.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets one Roster at a time migrate on a Galera cluster, where the named lock that Flyway takes is known to one node of the database only
 * (decision 034). The lock is a row: the cluster certifies its key. Whoever holds it shows every two seconds that it lives; whoever sees
 * no sign for thirty takes it over. Both count by their monotonic clocks, and only while the cluster takes writes: a long
 * {@code alter table} holds up the signs too.
 */
final class ClusterLock implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClusterLock.class.getName());

    private static final Duration SIGN = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final LockRow row;
    private final String self = UUID.randomUUID().toString();
    private @Nullable ScheduledFuture<?> signs;

    ClusterLock(DataSource source) {
        row = new LockRow(source);
    }

    /** Whether the database is a node of a cluster. */
    static boolean needed(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            if (Dialect.h2(connection)) {
                return false;
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("show variables like 'wsrep_on'")) {
                return rows.next() && "ON".equals(rows.getString(2));
            }
        }
    }

    /** Takes the lock, after whoever has it. */
    void take(ScheduledExecutorService executor) throws SQLException {
        row.createTable();
        LockRow.Held seen = null;
        long since = System.nanoTime();
        while (!row.take(self)) {
            boolean writes = writes();
            var now = row.held();
            if (now == null || !now.equals(seen) || !writes) {
                seen = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > SILENCE.toNanos() && row.takeOver(self, now)) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "the migrations of a node that gives no sign any more are gone on with");
                break;
            }
            pause();
        }
        long millis = SIGN.toMillis();
        signs = executor.scheduleWithFixedDelay(this::sign, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the schema has nothing but the lock. */
    boolean alone() throws SQLException {
        return row.alone();
    }

    /** @throws IllegalStateException when another node has the lock now */
    void check() {
        try {
            if (row.sign(self)) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the migrations cannot be kept: " + e.getMessage(), e);
        }
        throw new IllegalStateException(
                "another node has gone on with the migrations, since this one gave no sign for too long; start it again");
    }

    private void sign() {
        try {
            row.sign(self);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.INFO, "no sign was given that the migrations go on: {0}", e.getMessage());
        }
    }

    /** Whether the cluster takes writes at once. */
    private boolean writes() throws SQLException {
        long began = System.nanoTime();
        row.probe();
        return System.nanoTime() - began < SIGN.toNanos();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server ends", e);
        }
    }

    @Override
    public void close() {
        if (signs != null) {
            signs.cancel(false);
        }
        try {
            row.give(self);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.INFO, "the lock of the migrations stays until it is over: {0}", e.getMessage());
        }
    }
}
