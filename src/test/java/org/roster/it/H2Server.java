package org.roster.it;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.Server;

/** H2 as a server in the JVM of the tests, where several nodes, or a node and a test, need one database. */
final class H2Server {

    private static H2Server shared;

    private final Path folder = Folders.work("h2-server");
    private final int port = Folders.freePort();

    private H2Server() throws SQLException {
        Folders.delete(folder);
        // It listens as long as the JVM lives, and closes its databases with that.
        Server.createTcpServer(
                        "-tcpDaemon", "-ifNotExists", "-tcpPort", String.valueOf(port), "-baseDir", folder.toString())
                .start();
    }

    static synchronized H2Server shared() {
        if (shared == null) {
            try {
                shared = new H2Server();
            } catch (SQLException e) {
                throw new IllegalStateException("H2 did not start", e);
            }
        }
        return shared;
    }

    /** An empty database, as settings of a Roster's environment; by address apart as the server's own default. */
    Map<String, String> newDatabase(String name) {
        return Map.of(
                "ROSTER_DB_URL",
                "jdbc:h2:tcp://127.0.0.1:" + port + "/./" + name
                        + "/roster;MODE=MariaDB;WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64",
                "ROSTER_DB_USER",
                "roster",
                "ROSTER_DB_PASSWORD",
                "roster",
                "ROSTER_SECRETS_KEY",
                Credentials.SECRETS_KEY);
    }
}
