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
import org.roster.it.Credentials;
import org.roster.it.Folders;

/**
 * Three MariaDB servers of the machine's own packages (Debian: mariadb-server, galera-4, rsync) that form a cluster on the
 * loopback. As root they run as the user mysql, in a folder under the machine's temporary one.
 */
final class GaleraCluster implements AutoCloseable {

    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final String NAME = "roster";
    private static final String PASSWORD = "faults-only";

    private final Path folder;
    private final Path logs = Folders.work("galera-logs");
    private final List<Node> nodes = new ArrayList<>();

    /** The ports of one: for SQL, for the group, for increments and for whole copies. */
    private record Ports(int sql, int group, int increments, int copies) {

        static Ports free() {
            return new Ports(Folders.freePort(), Folders.freePort(), Folders.freePort(), Folders.freePort());
        }
    }

    static boolean installed() {
        return Files.exists(PROVIDER) && Files.exists(SERVER) && Files.exists(Path.of("/usr/bin/rsync"));
    }

    GaleraCluster() {
        try {
            folder = Files.createTempDirectory("roster-galera");
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < 3; i++) {
            nodes.add(new Node(i + 1, Ports.free()));
        }
        run("chown", owner(), folder.toString());
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + nodes.get(0).data(),
                "--user=" + owner(),
                "--skip-test-db");
        Folders.write(
                folder.resolve("init.sql"),
                List.of(
                        "create database if not exists " + NAME + " character set utf8mb4;",
                        "create user if not exists '" + NAME + "'@'127.0.0.1' identified by '" + PASSWORD + "';",
                        "grant all on *.* to '" + NAME + "'@'127.0.0.1';"));
        nodes.get(0).start("--wsrep-new-cluster", "--init-file=" + folder.resolve("init.sql"));
        nodes.get(1).start();
        nodes.get(2).start();
    }

    void kill(int number) {
        nodes.get(number - 1).process.destroyForcibly();
    }

    /** Cuts it off from the others and from who uses it, without an end of its connections; {@code CONT} brings it back. */
    void signal(int number, String name) {
        Signals.send(name, nodes.get(number - 1).process.pid());
    }

    void start(int number) {
        nodes.get(number - 1).start();
    }

    Connection connection(int number) throws SQLException {
        return nodes.get(number - 1).connection();
    }

    /** Of a Roster that goes to these nodes in this order. */
    Map<String, String> settings(int... order) {
        var hosts = new ArrayList<String>();
        for (int number : order) {
            hosts.add("127.0.0.1:" + nodes.get(number - 1).ports.sql());
        }
        return Map.of(
                "ROSTER_DB_URL",
                "jdbc:mariadb:sequential://" + String.join(",", hosts) + "/" + NAME + "?" + KillableMariaDb.DOCUMENTED,
                "ROSTER_DB_USER",
                NAME,
                "ROSTER_DB_PASSWORD",
                PASSWORD,
                "ROSTER_SECRETS_KEY",
                Credentials.SECRETS_KEY);
    }

    private static String owner() {
        return "root".equals(System.getProperty("user.name")) ? "mysql" : System.getProperty("user.name");
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
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).stop();
        }
        run("rm", "-rf", folder.toString());
    }

    private final class Node {

        private final int number;
        private final Ports ports;
        private Process process;

        Node(int number, Ports ports) {
            this.number = number;
            this.ports = ports;
        }

        Path data() {
            return folder.resolve("n" + number);
        }

        void start(String... more) {
            var group = new ArrayList<String>();
            nodes.forEach(node -> group.add("127.0.0.1:" + node.ports.group()));
            run("mkdir", "-p", data().toString());
            run("chown", owner(), data().toString());
            var command = new ArrayList<>(List.of(
                    SERVER.toString(),
                    "--no-defaults",
                    "--user=" + owner(),
                    "--datadir=" + data(),
                    "--socket=" + folder.resolve("n" + number + ".sock"),
                    "--pid-file=" + folder.resolve("n" + number + ".pid"),
                    "--port=" + ports.sql(),
                    "--bind-address=127.0.0.1",
                    "--skip-name-resolve",
                    "--max-connections=300",
                    "--character-set-server=utf8mb4",
                    "--binlog-format=ROW",
                    "--innodb-autoinc-lock-mode=2",
                    "--innodb-buffer-pool-size=64M",
                    "--wsrep-on=ON",
                    "--wsrep-provider=" + PROVIDER,
                    "--wsrep-cluster-name=roster-faults",
                    "--wsrep-cluster-address=gcomm://" + String.join(",", group),
                    "--wsrep-node-name=n" + number,
                    "--wsrep-node-address=127.0.0.1:" + ports.group(),
                    "--wsrep-node-incoming-address=127.0.0.1:" + ports.sql(),
                    "--wsrep-sst-method=rsync",
                    "--wsrep-sst-receive-address=127.0.0.1:" + ports.copies(),
                    "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:" + ports.group()
                            + ";ist.recv_addr=127.0.0.1:" + ports.increments()
                            + ";evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT8S"
                            + ";evs.install_timeout=PT8S;gcache.size=64M"));
            command.addAll(List.of(more));
            try {
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                logs.resolve("n" + number + ".log").toFile()))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            Waiting.until("node " + number + " is in the cluster", 120, this::synced);
        }

        private boolean synced() {
            if (!process.isAlive()) {
                throw new IllegalStateException("node " + number + " ended, see its log");
            }
            try (var connection = connection();
                    var rows =
                            connection.createStatement().executeQuery("show status like 'wsrep_local_state_comment'")) {
                return rows.next() && rows.getString(2).equals("Synced");
            } catch (SQLException notYet) {
                return false;
            }
        }

        Connection connection() throws SQLException {
            return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + ports.sql() + "/" + NAME, NAME, PASSWORD);
        }

        void stop() {
            if (process == null) {
                return;
            }
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
