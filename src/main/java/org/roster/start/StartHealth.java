package org.roster.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What probes are told: alive as long as the process answers, ready while the database does and nobody has asked for the
 * end, started once the start is over. A database that is down makes no process sick, so that nobody restarts what would only have to wait.
 */
@ApplicationScoped
public class StartHealth {

    private static final int SECONDS = 2;

    @Inject
    Start start;

    @Inject
    Draining draining;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("roster");
    }

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("roster").status(start.done()).build();
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("database")
                .status(start.done() && !draining.begun() && databaseAnswers())
                .build();
    }

    private boolean databaseAnswers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
