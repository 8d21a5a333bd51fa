package org.roster.persistence;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The row of the table {@code migration_lock} that says which node migrates. Each method is one statement and its own transaction; of
 * several that want the row at once, at whichever nodes of a cluster, all but one are refused.
 */
final class LockRow {

    private static final String TABLE = "create table if not exists migration_lock (name varchar(16) not null,"
            + " holder varchar(36) not null, sign bigint not null, primary key (name))"
            + " default charset=utf8mb4 collate=utf8mb4_nopad_bin";

    private static final String PROBE = "insert into migration_lock (name, holder, sign) values ('probe', '', 0)"
            + " on duplicate key update sign = sign + 1";

    private final DataSource source;

    /** Who holds it, and the number of its last sign. */
    record Held(String holder, long sign) {}

    LockRow(DataSource source) {
        this.source = source;
    }

    /** Makes its table where it is not there yet, so that an account without the right to do so may start later. */
    void createTable() throws SQLException {
        try (var connection = source.getConnection();
                var tables =
                        connection.getMetaData().getTables(connection.getCatalog(), null, "migration_lock", null)) {
            if (tables.next()) {
                return;
            }
        }
        write(TABLE);
    }

    /** Whether its table is the only one of the schema. */
    boolean alone() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from information_schema.tables where table_schema = database()");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    @Nullable
    Held held() throws SQLException {
        try (var connection = source.getConnection();
                var statement =
                        connection.prepareStatement("select holder, sign from migration_lock where name = 'held'");
                var rows = statement.executeQuery()) {
            return rows.next() ? new Held(rows.getString(1), rows.getLong(2)) : null;
        }
    }

    boolean take(String holder) throws SQLException {
        return won("insert into migration_lock (name, holder, sign) values ('held', ?, 0)", holder);
    }

    /** Takes it from somebody who has given no sign since. */
    boolean takeOver(String holder, Held from) throws SQLException {
        return won(
                "update migration_lock set holder = ?, sign = 0 where name = 'held' and holder = ? and sign = ?",
                holder,
                from.holder(),
                from.sign());
    }

    /** Gives a sign; whether it is still the holder's. */
    boolean sign(String holder) throws SQLException {
        return write("update migration_lock set sign = sign + 1 where name = 'held' and holder = ?", holder) == 1;
    }

    void give(String holder) throws SQLException {
        write("delete from migration_lock where name = 'held' and holder = ?", holder);
    }

    /** Writes something that says nothing, to see whether writes go through. */
    void probe() throws SQLException {
        won(PROBE);
    }

    private boolean won(String statement, Object... parameters) throws SQLException {
        try {
            return write(statement, parameters) == 1;
        } catch (SQLException e) {
            if (Violations.unique(e) || Violations.passing(e)) {
                return false;
            }
            throw e;
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
}
