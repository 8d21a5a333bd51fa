package org.roster.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Which of the two databases a connection leads to, for the few who must know. */
final class Dialect {

    private Dialect() {}

    static boolean h2(Connection connection) throws SQLException {
        return h2(connection.getMetaData().getURL());
    }

    /** Whether the database is part of this process. */
    static boolean embedded(Connection connection) throws SQLException {
        var url = connection.getMetaData().getURL();
        return h2(url) && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    private static boolean h2(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
