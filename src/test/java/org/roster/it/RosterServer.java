package org.roster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One Roster, run as its users run it: by the server's own script on the JDK of this test, in a folder of its own, on free
 * ports, configured by environment alone. It keeps folder, ports and environment over a restart.
 */
public final class RosterServer implements AutoCloseable {

    /**
     * The second compiler pays off in hours; a server of the tests lives for minutes, and half of these are its start.
     */
    static final String JVM = "-XX:TieredStopAtLevel=1";

    private static final Duration READY = Duration.ofMinutes(3);
    /** The server waits half a minute for requests, and as long for the application. */
    private static final Duration STOPPED = Duration.ofSeconds(100);

    private final Path folder;
    private final ServerHome home;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    private RosterServer(String name, Map<String, String> settings) {
        folder = Folders.work(name);
        home = ServerHome.lay(folder);
        environment.putAll(home.settings());
        environment.put("ROSTER_HTTP_PORT", String.valueOf(Folders.freePort()));
        environment.put("ROSTER_HTTPS_PORT", String.valueOf(Folders.freePort()));
        environment.put("ROSTER_DRAIN_SECONDS", "0"); // nobody sends requests elsewhere
        environment.put("ROSTER_DATA_DIR", folder.resolve("data").toString());
        environment.putAll(Credentials.environment());
        environment.putAll(settings);
    }

    /** A server that is not started yet, on the database that its settings name, or on its embedded one. */
    public static RosterServer prepared(String name, Map<String, String> settings) {
        return new RosterServer(name, settings);
    }

    /** A server on a database of its own, of the kind that this run is about. */
    public static RosterServer start(String name) {
        return start(name, Map.of());
    }

    /** The same, with settings of its own on top: {@code ROSTER_...}, as in README.md. */
    public static RosterServer start(String name, Map<String, String> settings) {
        var all = new HashMap<>(Database.fresh(name));
        all.putAll(settings);
        var server = new RosterServer(name, all);
        server.start();
        return server;
    }

    /**
     * Several nodes on one empty database, started at the same instant, with the same settings and the public address of the
     * first.
     */
    static List<RosterServer> startTogether(String name, int count, Map<String, String> settings) {
        var all = new HashMap<>(Database.current().shared(name));
        all.putAll(settings);
        var nodes = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new RosterServer(name + "-" + number, all))
                .toList();
        nodes.forEach(node -> node.environment.putIfAbsent(
                "ROSTER_PUBLIC_URL", nodes.get(0).base().toString()));
        nodes.forEach(RosterServer::launch);
        nodes.forEach(RosterServer::awaitReady);
        return nodes;
    }

    public URI base() {
        return URI.create("http://localhost:" + environment.get("ROSTER_HTTP_PORT"));
    }

    public URI secureBase() {
        return URI.create("https://localhost:" + environment.get("ROSTER_HTTPS_PORT"));
    }

    public Http http() {
        return new Http(base());
    }

    /** The script that runs it and the JVM that it has started. */
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** To where health and metrics are: on the same port, or on one of the server's own. */
    public Http probes() {
        return new Http(home.probes(environment));
    }

    /** Into its database; for a server that was given one which several processes may use. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                environment.get("ROSTER_DB_URL"),
                environment.get("ROSTER_DB_USER"),
                environment.get("ROSTER_DB_PASSWORD"));
    }

    /** All that it has printed since it was first started. */
    public String console() {
        return read(consoleFile());
    }

    /** The server's own log of the present run. */
    public String log() {
        return read(home.log());
    }

    public void restart() {
        restart(Map.of());
    }

    /** Stops it if it runs, and starts it again on the same data, with some settings changed. */
    public void restart(Map<String, String> changed) {
        stop();
        environment.putAll(changed);
        start();
    }

    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it and does not wait until it is ready, which it may never be. */
    public void launch() {
        var command = home.command()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleFile().toFile()));
        var env = command.environment();
        env.keySet().removeIf(key -> key.startsWith("ROSTER_") && !key.equals("ROSTER_JVM_ARGS"));
        env.put("JAVA_HOME", System.getProperty("java.home"));
        env.putAll(environment);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** As Ctrl-C or {@code docker stop}: it ends its requests and closes its database. */
    public void stop() {
        end(ProcessHandle::destroy);
    }

    /** As a power cut: nothing is ended or closed. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        stop();
    }

    private interface Ending {
        boolean apply(ProcessHandle handle);
    }

    private void end(Ending ending) {
        if (process == null || !process.isAlive()) {
            return;
        }
        // The script starts the JVM as its child; a signal to the script alone need not reach it.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ending::apply);
        try {
            for (var handle : all) {
                handle.onExit().get(STOPPED.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("Did not stop within " + STOPPED + ":\n" + tail(), e);
        }
    }

    /** Waits until it is ready after a {@link #launch}. */
    public void awaitReady() {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        var request = HttpRequest.newBuilder(home.probes(environment).resolve("/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var deadline = Instant.now().plus(READY);
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Ended while starting:\n" + tail());
            }
            if (home.failed(log())) {
                kill();
                throw new IllegalStateException("The application did not start:\n" + tail());
            }
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        var tail = tail();
        kill();
        throw new IllegalStateException("Not ready within " + READY + ":\n" + tail);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        var text = console() + "\n--- log\n" + log();
        return text.substring(Math.max(0, text.length() - 12_000));
    }

    private Path consoleFile() {
        return folder.resolve("console.log");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
