package org.roster.it.faults;

import java.sql.Connection;
import java.sql.SQLException;

/** Locks the rows of all tenants: who adds something to one waits until this is closed. */
final class HeldTenants implements AutoCloseable {

    private final KillableMariaDb database;
    private final Connection holding;

    HeldTenants(KillableMariaDb database) throws SQLException {
        this.database = database;
        holding = database.connection();
        holding.setAutoCommit(false);
        holding.createStatement().executeQuery("select id from tenant for update");
    }

    /** Whether a request with a key is being answered. */
    boolean claimed() {
        try (var connection = database.connection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from idempotency_record where done = 0")) {
            rows.next();
            return rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        holding.rollback();
        holding.close();
    }
}
