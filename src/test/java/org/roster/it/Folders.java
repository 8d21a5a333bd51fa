package org.roster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the build has put what a server is made of, and how one is laid out from it. */
public final class Folders {

    private Folders() {}

    /** Open Liberty as unpacked by the build; shared by all servers and only read. */
    public static Path liberty() {
        return folder("roster.wlp");
    }

    /** The whole server folder that the build makes: configuration, application, drivers. */
    public static Path builtServer() {
        return folder("roster.server");
    }

    /** WildFly as unpacked by the build; shared by all servers and only read. */
    static Path wildFly() {
        return folder("roster.wildfly");
    }

    /** What the build lays over WildFly: modules, the script that configures it, the application. */
    static Path builtWildFly() {
        return folder("roster.wildfly.overlay");
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** A place of its own for each test server. */
    public static Path work(String name) {
        return folder("roster.it").resolve(System.getProperty("roster.database", "h2") + "-" + name);
    }

    private static Path folder(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Run by Maven's Failsafe, which sets " + property);
        }
        return Path.of(value).toAbsolutePath();
    }

    /** Lays out a server under a fresh user folder, as {@code server create} and a copy of target/server would. */
    static Path layServer(Path userFolder, String serverName) {
        delete(userFolder);
        var server = userFolder.resolve("servers").resolve(serverName);
        copy(builtServer(), server);
        // `server create` writes such a file too: the password of the key store that the server makes for itself.
        write(server.resolve("server.env"), List.of("keystore_password=" + UUID.randomUUID()));
        return server;
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (var path : (Iterable<Path>) all::iterator) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
