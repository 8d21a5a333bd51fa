package org.roster.it;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.tools.RunScript;

/**
 * A copy of a Roster's data as {@code docs/operate/backup.md} has it made: of MariaDB by its own program while Roster works, of
 * the embedded database by its files while Roster is stopped.
 */
public final class Backup {

    private final Path place;

    private Backup(Path place) {
        this.place = place;
    }

    /** The settings of a server that a backup can be made of; give them to it. */
    public static Map<String, String> database(String name) {
        if (Database.current() == Database.MARIADB) {
            // Apart from what a server of this name would make for itself.
            return MariaDb.shared().newDatabase(name + "-kept");
        }
        Folders.delete(data(name));
        return Map.of("ROSTER_DATA_DIR", data(name).toString());
    }

    private static Path data(String name) {
        return Folders.work("data-" + name);
    }

    /** Makes one while the server works, or, of the embedded database, while it is stopped for a moment. */
    public static Backup of(RosterServer server, String name, Map<String, String> settings) {
        if (Database.current() == Database.MARIADB) {
            return of(name, settings);
        }
        server.stop();
        var made = of(name, settings);
        server.start();
        return made;
    }

    /** Makes one of a database that may be read now. */
    public static Backup of(String name, Map<String, String> settings) {
        var place = Folders.work("backup-" + name);
        Folders.delete(place);
        if (Database.current() == Database.H2) {
            Folders.copy(Path.of(settings.get("ROSTER_DATA_DIR")), place);
        } else {
            Folders.write(place, List.of());
            MariaDb.run(
                    "mariadb-dump",
                    settings,
                    streams -> streams.redirectOutput(place.toFile()),
                    "--single-transaction",
                    "--skip-lock-tables",
                    "--no-tablespaces");
        }
        return new Backup(place);
    }

    /** Puts it into another database, whose settings this gives. */
    public Map<String, String> restored(String name) {
        var target = database(name);
        if (Database.current() == Database.H2) {
            Folders.copy(place, data(name));
        } else {
            MariaDb.run("mariadb", target, streams -> streams.redirectInput(Redirect.from(place.toFile())));
        }
        return target;
    }

    /** Runs a file of statements on a database that no server uses now. */
    public static void run(Path sql, Map<String, String> target) {
        if (Database.current() == Database.MARIADB) {
            MariaDb.run("mariadb", target, streams -> streams.redirectInput(Redirect.from(sql.toFile())));
            return;
        }
        try {
            RunScript.execute(h2Url(target), "roster", "", sql.toString(), StandardCharsets.UTF_8, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of rows of each table, of a database that no server uses now. */
    public static Map<String, Long> rows(Map<String, String> target) {
        var rows = new TreeMap<String, Long>();
        try (var connection = connection(target);
                var tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                var schema = tables.getString("TABLE_SCHEM");
                if (schema != null && schema.equalsIgnoreCase("information_schema")) {
                    continue;
                }
                var table = tables.getString("TABLE_NAME");
                var quote = connection.getMetaData().getIdentifierQuoteString();
                try (var statement = connection.createStatement();
                        var count = statement.executeQuery("select count(*) from " + quote + table + quote)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static Connection connection(Map<String, String> target) throws SQLException {
        return Database.current() == Database.H2
                ? DriverManager.getConnection(h2Url(target), "roster", "")
                : DriverManager.getConnection(
                        target.get("ROSTER_DB_URL"), target.get("ROSTER_DB_USER"), target.get("ROSTER_DB_PASSWORD"));
    }

    private static String h2Url(Map<String, String> target) {
        return "jdbc:h2:file:" + target.get("ROSTER_DATA_DIR") + "/roster;MODE=MariaDB;IFEXISTS=TRUE";
    }
}
