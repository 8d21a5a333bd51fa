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
 * (decision 032). The lock is a row: the cluster certifies its key, so of several that insert it at several nodes one does. Whoever holds
 * it shows every two seconds that it lives; whoever sees no sign for thirty takes it over. Both count by their monotonic clocks, and
 * only while the cluster takes writes: a long {@code alter table} holds up the signs too.
 */
final class ClusterLock implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClusterLock.class.getName());

    private static final Duration SIGN = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String TABLE = "create table if not exists migration_lock (name varchar(16) not null,"
            + " holder varchar(36) not null, sign bigint not null, primary key (name))"
            + " default charset=utf8mb4 collate=utf8mb4_nopad_bin";

    private static final String TAKE = "insert into migration_lock (name, holder, sign) values ('held', ?, 0)";

    private static final String TAKE_OVER =
            "update migration_lock set holder = ?, sign = 0 where name = 'held' and holder = ? and sign = ?";

    private static final String LIVE = "update migration_lock set sign = sign + 1 where name = 'held' and holder = ?";

    private static final String GIVE = "delete from migration_lock where name = 'held' and holder = ?";

    /** Says nothing; that it goes through at once says that the cluster takes writes. */
    private static final String PROBE = "insert into migration_lock (name, holder, sign) values ('probe', '', 0)"
            + " on duplicate key update sign = sign + 1";

    private final DataSource source;
    private final String self = UUID.randomUUID().toString();
    private @Nullable ScheduledFuture<?> signs;

    /** Who holds the lock, and its last sign. */
    private record Held(String holder, long sign) {}

    ClusterLock(DataSource source) {
        this.source = source;
    }

    /** Whether the database is a node of a cluster. */
    static boolean needed(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            if (connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
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
        write(TABLE);
        Held seen = null;
        long since = System.nanoTime();
        while (!taken(TAKE, self)) {
            boolean writes = probe();
            var now = held();
            if (now == null || !now.equals(seen) || !writes) {
                seen = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > SILENCE.toNanos() && takenOver(now)) {
                break;
            }
            pause();
        }
        long millis = SIGN.toMillis();
        signs = executor.scheduleWithFixedDelay(this::live, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the lock's table is the only one of the schema. */
    boolean alone() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from information_schema.tables where table_schema = database()");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    /** @throws IllegalStateException when another node has the lock now */
    void check() {
        try {
            if (write(LIVE, self) == 1) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the migrations cannot be kept: " + e.getMessage(), e);
        }
        throw new IllegalStateException(
                "another node has gone on with the migrations, since this one gave no sign for too long; start it again");
    }

    private void live() {
        try {
            write(LIVE, self);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.INFO, "no sign was given that the migrations go on: {0}", e.getMessage());
        }
    }

    private boolean takenOver(Held from) throws SQLException {
        if (!taken(TAKE_OVER, self, from.holder(), from.sign())) {
            return false;
        }
        LOG.log(System.Logger.Level.INFO, "the migrations of a node that gives no sign any more are gone on with");
        return true;
    }

    /** Whether the row is this node's now; of several that want it at once the cluster refuses all but one. */
    private boolean taken(String statement, Object... parameters) throws SQLException {
        try {
            return write(statement, parameters) == 1;
        } catch (SQLException e) {
            if (Violations.unique(e) || Violations.passing(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether the cluster takes writes at once. */
    private boolean probe() throws SQLException {
        long began = System.nanoTime();
        taken(PROBE);
        return System.nanoTime() - began < SIGN.toNanos();
    }

    private @Nullable Held held() throws SQLException {
        try (var connection = source.getConnection();
                var statement =
                        connection.prepareStatement("select holder, sign from migration_lock where name = 'held'");
                var rows = statement.executeQuery()) {
            return rows.next() ? new Held(rows.getString(1), rows.getLong(2)) : null;
        }
    }

    private int write(String sql, Object... parameters) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
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
            write(GIVE, self);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.INFO, "the lock of the migrations stays until it is over: {0}", e.getMessage());
        }
    }
}
