package org.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Which of the two databases a connection leads to, for the few who must know. */
final class Dialect {

    private Dialect() {}

    static boolean h2(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:");
    }
}
