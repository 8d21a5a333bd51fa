package org.roster.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Connections for migrations. MariaDB does not take back a half migration, since each {@code create} and {@code alter} is
 * committed by itself: a start that is killed in the middle leaves the first tables of a migration that nobody has written down
 * as done. The next start does it again from its beginning, and what is there already, is. This holds for the first
 * migration of a start only: no other can be half done. H2 copies a table to alter it, and what a kill leaves of that cannot be
 * gone on with; there the start ends.
 *
 * <p>A migration also takes as long as it takes, or as another node does, so its connections have no time limit of their own.
 */
final class Resumption implements Callback {

    /** Table, column, index, constraint or row is there already, or what is dropped is not there any more. */
    private static final Set<Integer> DONE = Set.of(1050, 1060, 1061, 1826, 1062, 1091);

    private final DataSource source;
    private Runnable before = () -> {};
    private boolean applying;
    private boolean first = true;

    Resumption(DataSource source) {
        this.source = source;
    }

    /** Does something before each migration, which may end them. */
    void beforeEach(Runnable action) {
        before = action;
    }

    DataSource source() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            var result = invoke(source, method, arguments);
            return result instanceof Connection connection ? patient(connection) : result;
        });
    }

    private Connection patient(Connection connection) throws SQLException {
        if (!Dialect.h2(connection)) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
        return proxy(Connection.class, (self, method, arguments) -> {
            var result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement") ? forgiving((Statement) result) : result;
        });
    }

    private Statement forgiving(Statement statement) {
        return proxy(Statement.class, (self, method, arguments) -> {
            try {
                return invoke(statement, method, arguments);
            } catch (SQLException e) {
                if (method.getName().equals("execute") && applying && first && DONE.contains(e.getErrorCode())) {
                    System.getLogger(Resumption.class.getName())
                            .log(System.Logger.Level.INFO, "a migration that was cut off goes on: {0}", e.getMessage());
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        applying = event == Event.BEFORE_EACH_MIGRATE;
        first &= applying;
        if (applying) {
            before.run();
        }
    }

    @Override
    public String getCallbackName() {
        return "resumption";
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Resumption.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
