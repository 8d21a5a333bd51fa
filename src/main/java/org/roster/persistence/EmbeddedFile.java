package org.roster.persistence;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded database and the space that is left beside it. H2 closes its file when a write to it fails, and what is
 * rolled back at that instant may go round in H2 for ever; a write that is refused before the disk is full costs nothing, and the
 * directory can still be read.
 */
final class EmbeddedFile {

    /** The database is not one of this process. */
    static final EmbeddedFile NONE = new EmbeddedFile(null);

    /** Bytes: more than what H2 writes between one look and the next, of its own accord included. */
    private static final long RESERVE = 16L << 20;

    private final @Nullable File folder;
    private final AtomicBoolean spare = new AtomicBoolean(true);

    private EmbeddedFile(@Nullable File folder) {
        this.folder = folder;
    }

    /** The file behind a connection, or {@link #NONE}. */
    static EmbeddedFile of(Connection connection) throws SQLException {
        if (!Dialect.embedded(connection)) {
            return NONE;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("CALL DATABASE_PATH()")) {
            var path = row.next() ? row.getString(1) : null;
            return new EmbeddedFile(
                    path == null ? null : new File(path).getAbsoluteFile().getParentFile());
        }
    }

    /** Whether there is space for another write; always, when it is held in memory. */
    boolean hasSpace() {
        if (folder == null) {
            return true;
        }
        // What says nothing of its size has no size to run out of.
        boolean enough = folder.getUsableSpace() >= RESERVE || folder.getTotalSpace() == 0;
        if (spare.getAndSet(enough) != enough) {
            System.getLogger(EmbeddedFile.class.getName())
                    .log(
                            enough ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                            enough
                                    ? "the disk of the embedded database has space again; changes are accepted"
                                    : "the disk of the embedded database has less than {0} MiB left; changes are refused",
                            RESERVE >> 20);
        }
        return enough;
    }
}
