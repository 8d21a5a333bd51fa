package org.roster.persistence;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a database meant by an error. */
public final class Violations {

    /**
     * MariaDB 1213 deadlock, or refused by the cluster, 1205 lock wait, 1020 record changed, 1047 this node of the cluster is not
     * ready; H2 90131 concurrent update, 50200 lock wait, 40001 deadlock.
     */
    private static final Set<Integer> PASSING = Set.of(1213, 1205, 1020, 1047, 90131, 50200, 40001);

    /**
     * The database is there and cannot work, for want of space most of all: MariaDB 3, 1021, 1026, 1030, 1114 disk or table
     * full, cannot write, 1180 cannot commit, 1290 read only; H2 50000 a fault of its own, 90020 not open yet, 90028, 90031 cannot write, 90067, 90098,
     * 90121 closed.
     */
    private static final Set<Integer> DISABLED =
            Set.of(3, 1021, 1026, 1030, 1114, 1180, 1290, 50000, 90020, 90028, 90031, 90067, 90098, 90121);

    private Violations() {}

    /** Whether the error says that a unique key is taken. */
    public static boolean unique(Throwable error) {
        var sql = sql(error);
        return sql != null && (sql.getErrorCode() == 1062 || sql.getErrorCode() == 23505);
    }

    /** Whether the error says that a row that is referred to is missing, or that a row is still referred to. */
    public static boolean reference(Throwable error) {
        var sql = sql(error);
        return sql != null && Set.of(1451, 1452, 1216, 1217, 23503, 23506).contains(sql.getErrorCode());
    }

    /** Whether the same transaction may well succeed when it is tried again. */
    public static boolean passing(Throwable error) {
        var sql = sql(error);
        return sql != null && (PASSING.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()));
    }

    /** Whether the database could not be reached, did not answer, or cannot work now. */
    public static boolean unreachable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state != null && state.startsWith("08")
                        || sql instanceof java.sql.SQLTransientException
                        || DISABLED.contains(sql.getErrorCode())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the database, or its driver, said: one line, where the provider of JPA tells pages with the statement in them. */
    public static String cause(Throwable error) {
        var sql = sql(error);
        return String.valueOf(sql == null ? error.getMessage() : sql.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static @Nullable SQLException sql(Throwable error) {
        SQLException found = null;
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql) {
                found = sql;
                // A batch reports its own failure first and the statement's as the next one.
                for (var following = sql.getNextException();
                        following != null;
                        following = following.getNextException()) {
                    found = following;
                }
            }
        }
        return found;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
