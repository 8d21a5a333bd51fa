package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to the version that this Roster needs, before anything reads or writes it. */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    /**
     * Applies what is missing. Nodes that start together take turns. A schema that is newer than this Roster, or whose
     * applied migrations were edited, ends the start with Flyway's own sentence.
     */
    public void run() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
