package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Brings the schema to the version that this Roster needs, before anything reads or writes it. */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    /**
     * Applies what is missing. Nodes that start together take turns, on a cluster too (decision 034). A migration that was cut off in
     * the middle is gone on with on MariaDB (decision 025).
     *
     * @throws IllegalStateException when the schema is newer than this Roster, when a migration has failed on it, or when one that
     *     was applied has been edited since; the log has the same sentence in one line
     */
    public void run() {
        try {
            inTurn();
        } catch (FlywayException | IllegalStateException | SQLException e) {
            var why = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
            System.getLogger(Migrations.class.getName())
                    .log(System.Logger.Level.ERROR, "Roster does not start: {0}", why);
            throw new IllegalStateException(why, e);
        }
    }

    /** On one server Flyway's own lock is enough. */
    private void inTurn() throws SQLException {
        var resumption = new Resumption(dataSource);
        var source = resumption.source();
        if (executor == null || !ClusterLock.needed(source)) {
            migrate(resumption, false);
            return;
        }
        try (var lock = new ClusterLock(source)) {
            lock.take(executor);
            resumption.beforeEach(lock::check);
            migrate(resumption, lock.alone());
        }
    }

    private static void migrate(Resumption resumption, boolean onlyLock) {
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(resumption.source())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .callbacks(resumption)
                // Flyway refuses a schema that has tables and no history; the lock's own table says nothing.
                .baselineOnMigrate(onlyLock)
                .baselineVersion("0")
                .load();
        for (MigrationInfo migration : flyway.info().all()) {
            refuse(migration);
        }
        flyway.migrate();
    }

    private static void refuse(MigrationInfo migration) {
        switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED ->
                throw new IllegalStateException("the database's schema is newer than this Roster: it has migration "
                        + migration.getVersion() + ", which a newer Roster has applied; start that one");
            case FAILED ->
                throw new IllegalStateException("migration " + migration.getVersion()
                        + " has failed on this database before: cure what the log of that start names, then delete the"
                        + " migration's row from flyway_schema_history and start again");
            default -> {
                // It is applied, or will be.
            }
        }
    }
}
