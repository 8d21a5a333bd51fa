package org.roster.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The time that one node writes into a row and another compares its own with: leases, waits, what was before what. The wall clock of a
 * node may be wrong and may step; all nodes have the database's, so they look at that one now and then and go on by their monotonic clocks
 * (decision 033). An embedded database has one process, whose own clock is looked at instead.
 */
@ApplicationScoped
public class SharedClock {

    private static final System.Logger LOG = System.getLogger(SharedClock.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** From this difference on an operator should hear of it: tokens are judged by the wall clock, with thirty seconds to spare. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(10);

    /** A number, since a date would pass through the time zones of session and driver. */
    private static final String MICROS = "select timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    Clock wall;

    private SteadyTime time;
    private @Nullable ScheduledFuture<?> timer;
    private boolean told;

    @PostConstruct
    void open() {
        time = new SteadyTime(wall.instant(), System::nanoTime);
    }

    /** Looks at the database's clock, now and again and again from now on. */
    public synchronized void start() {
        look();
        if (timer == null && executor != null) {
            timer = executor.scheduleWithFixedDelay(this::look, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Produces
    @Shared
    @ApplicationScoped
    Clock clock() {
        return new Steady(time, ZoneOffset.UTC);
    }

    /** While the database is away the time goes on. */
    private void look() {
        try (var connection = dataSource.getConnection()) {
            if (Dialect.h2(connection)) {
                time.set(wall::instant);
                return;
            }
            try (var statement = connection.prepareStatement(MICROS)) {
                time.set(() -> read(statement));
            }
            compare();
        } catch (SQLException | RuntimeException | Error e) {
            LOG.log(System.Logger.Level.DEBUG, "the database's clock cannot be read now: {0}", e.toString());
        }
    }

    private static Instant read(PreparedStatement statement) {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says once that the clocks differ, and once that they agree again. */
    private void compare() {
        var ahead = Duration.between(time.now(), wall.instant());
        boolean differs = ahead.abs().compareTo(WORTH_TELLING) > 0;
        if (differs && !told) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the clock of this node is {0} s ahead of the database''s; set both by NTP",
                    String.valueOf(ahead.toSeconds()));
        } else if (told && !differs) {
            LOG.log(System.Logger.Level.INFO, "the clocks of this node and of the database agree again");
        }
        told = differs;
    }

    private static final class Steady extends Clock {

        private final SteadyTime time;
        private final ZoneId zone;

        Steady(SteadyTime time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return time.now().truncatedTo(ChronoUnit.MICROS); // what columns keep
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Steady(time, other);
        }
    }
}
