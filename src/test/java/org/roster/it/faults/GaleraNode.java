package org.roster.it.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.roster.it.Folders;

/** One node of a {@link GaleraCluster}. */
final class GaleraNode {

    static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    static final Path SERVER = Path.of("/usr/sbin/mariadbd");

    private final int number;
    private final Path folder;
    private final String user;
    private final Ports ports = Ports.free();
    private final MariaDbProcess server;

    /** The ports of one: for SQL, for the group, for increments and for whole copies. */
    private record Ports(int sql, int group, int increments, int copies) {

        static Ports free() {
            return new Ports(Folders.freePort(), Folders.freePort(), Folders.freePort(), Folders.freePort());
        }
    }

    /** @param user of the machine, whose data it is */
    GaleraNode(int number, Path folder, Path logs, String user) {
        this.number = number;
        this.folder = folder;
        this.user = user;
        this.server = new MariaDbProcess(ports.sql(), logs.resolve("n" + number + ".log"));
    }

    /** Where the others of its group find it. */
    String address() {
        return "127.0.0.1:" + ports.group();
    }

    /** Where a client finds it. */
    String host() {
        return "127.0.0.1:" + ports.sql();
    }

    Path data() {
        return folder.resolve("n" + number);
    }

    /** Starts it and waits until it has all that the others have. */
    void start(List<String> group, String... more) {
        var command = new ArrayList<>(List.of(
                SERVER.toString(),
                "--no-defaults",
                "--user=" + user,
                "--datadir=" + data(),
                "--socket=" + folder.resolve("n" + number + ".sock"),
                "--pid-file=" + folder.resolve("n" + number + ".pid"),
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-buffer-pool-size=64M"));
        command.addAll(replication(group));
        command.addAll(List.of(more));
        server.start(command, this::synced);
    }

    private List<String> replication(List<String> group) {
        return List.of(
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-name=roster-faults",
                "--wsrep-cluster-address=gcomm://" + String.join(",", group),
                "--wsrep-node-name=n" + number,
                "--wsrep-node-address=" + address(),
                "--wsrep-node-incoming-address=" + host(),
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=127.0.0.1:" + ports.copies(),
                "--wsrep-provider-options=gmcast.listen_addr=tcp://" + address()
                        + ";ist.recv_addr=127.0.0.1:" + ports.increments()
                        + ";evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT8S"
                        + ";evs.install_timeout=PT8S;gcache.size=64M");
    }

    private boolean synced() {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery("show status like 'wsrep_local_state_comment'")) {
            return rows.next() && rows.getString(2).equals("Synced");
        } catch (SQLException notYet) {
            return false;
        }
    }

    Connection connection() throws SQLException {
        return server.connection();
    }

    void kill() {
        server.kill();
    }

    void signal(String name) {
        server.signal(name);
    }

    void stop() {
        server.stop();
    }
}
