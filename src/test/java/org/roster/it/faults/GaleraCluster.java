package org.roster.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roster.it.Folders;

/**
 * Three MariaDB servers of the machine's own packages (Debian: mariadb-server, galera-4, rsync) that form a cluster on the
 * loopback. As root they run as the user mysql, in a folder under the machine's temporary one.
 */
final class GaleraCluster implements AutoCloseable {

    private final Path folder;
    private final List<GaleraNode> nodes;

    static boolean installed() {
        return Files.exists(GaleraNode.PROVIDER)
                && Files.exists(GaleraNode.SERVER)
                && Files.exists(Path.of("/usr/bin/rsync"));
    }

    GaleraCluster() {
        var logs = Folders.work("galera-logs");
        var user = MariaDbProcess.root() ? "mysql" : System.getProperty("user.name");
        try {
            folder = Files.createTempDirectory("roster-galera");
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        nodes = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new GaleraNode(number, folder, logs, user))
                .toList();
        nodes.forEach(node -> run("mkdir", "-p", node.data().toString()));
        run("chown", "-R", user, folder.toString());
        run("mariadb-install-db", "--no-defaults", "--datadir=" + node(1).data(), "--user=" + user, "--skip-test-db");
        node(1).start(group(), "--wsrep-new-cluster", MariaDbProcess.init(folder));
        start(2);
        start(3);
    }

    private GaleraNode node(int number) {
        return nodes.get(number - 1);
    }

    private List<String> group() {
        return nodes.stream().map(GaleraNode::address).toList();
    }

    void kill(int number) {
        node(number).kill();
    }

    /** Cuts it off from the others and from who uses it, without an end of its connections. */
    void freeze(int number) {
        node(number).signal("STOP");
    }

    void thaw(int number) {
        node(number).signal("CONT");
    }

    void start(int number) {
        node(number).start(group());
    }

    Connection connection(int number) throws SQLException {
        return node(number).connection();
    }

    /** Of a Roster that goes to these nodes in this order. */
    Map<String, String> settings(int... order) {
        var hosts = new ArrayList<String>();
        for (int number : order) {
            hosts.add(node(number).host());
        }
        return MariaDbProcess.settings(
                hosts.stream().collect(Collectors.joining(",", "jdbc:mariadb:sequential://", "")));
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        for (int i = nodes.size(); i >= 1; i--) {
            node(i).stop();
        }
        run("rm", "-rf", folder.toString());
    }
}
