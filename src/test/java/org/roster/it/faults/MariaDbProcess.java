package org.roster.it.faults;

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
import java.util.function.BooleanSupplier;
import org.roster.it.Credentials;
import org.roster.it.Folders;

/** A MariaDB server as a process of the test's own on a port of the loopback, with one database and one user. */
final class MariaDbProcess {

    private static final String NAME = "roster";
    private static final String PASSWORD = "faults-only";
    private static final int START_SECONDS = 120;

    /** What README.md says the address should end with. */
    private static final String DOCUMENTED =
            "useServerPrepStmts=true&cachePrepStmts=true&connectTimeout=2000&socketTimeout=5000";

    private static final List<String> INIT = List.of(
            "create database if not exists " + NAME + " character set utf8mb4;",
            "create user if not exists '" + NAME + "'@'127.0.0.1' identified by '" + PASSWORD + "';",
            "grant all on *.* to '" + NAME + "'@'127.0.0.1';");

    private final int port;
    private final Path log;
    private Process process;

    MariaDbProcess(int port, Path log) {
        this.port = port;
        this.log = log;
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The option that has a server make the database and the user when it starts; the file is in this folder. */
    static String init(Path folder) {
        var file = folder.resolve("init.sql");
        Folders.write(file, INIT);
        return "--init-file=" + file;
    }

    /** Settings of a Roster with the documented address; {@code to} is what stands before the name of the database. */
    static Map<String, String> settings(String to) {
        return Map.of(
                "ROSTER_DB_URL",
                to + "/" + NAME + "?" + DOCUMENTED,
                "ROSTER_DB_USER",
                NAME,
                "ROSTER_DB_PASSWORD",
                PASSWORD,
                "ROSTER_SECRETS_KEY",
                Credentials.SECRETS_KEY);
    }

    /** Runs it, with what each of these servers is given besides, and waits until it is up. */
    void start(List<String> options, BooleanSupplier up) {
        var command = new ArrayList<>(options);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--max-connections=300",
                "--character-set-server=utf8mb4"));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        Waiting.until("MariaDB is up", START_SECONDS, () -> up(up));
    }

    private boolean up(BooleanSupplier up) {
        if (!process.isAlive()) {
            throw new IllegalStateException("MariaDB ended: " + tail());
        }
        return up.getAsBoolean();
    }

    /** Whether it takes connections. */
    boolean reachable() {
        try (var connection = connection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + NAME, NAME, PASSWORD);
    }

    /** {@code STOP}: it stands still, its connections stand, and the system takes new ones for it; until {@code CONT}. */
    void signal(String name) {
        Signals.send(name, pid());
    }

    long pid() {
        return process.pid();
    }

    /** As a crash of the process: nothing is written any more. */
    void kill() {
        process.destroyForcibly();
        ended(30);
    }

    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!ended(60)) {
            process.destroyForcibly();
        }
    }

    private boolean ended(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String tail() {
        try {
            var text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
