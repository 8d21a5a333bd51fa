package org.roster.credential.guard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.roster.credential.HashSettings;
import org.roster.persistence.Connections;
import org.roster.refusal.Refusal;

/**
 * Lets a few tries of one account be looked at together, and the others of the same instant wait for what comes of these:
 * otherwise all of them would be looked at before the first was counted. Each node counts for itself.
 */
@ApplicationScoped
class Turns {

    private static final int TOGETHER = 5;
    private static final int PATIENCE_SECONDS = 2;

    private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    HashSettings settings;

    @Inject
    Connections connections;

    private int mayWait = 64;

    /** Those of one account; it is there as long as somebody is in it. */
    private static final class Lane {

        private final Semaphore places = new Semaphore(TOGETHER, true);
        private int inside;
    }

    /** A place among those who are looked at, to be left again. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    @PostConstruct
    void open() {
        mayWait = settings.queue();
    }

    /** A turn at once, or null if others are first. */
    @Nullable
    Turn take(String bucket) {
        var lane = enter(bucket);
        if (lane.places.tryAcquire()) {
            return () -> leave(bucket, lane, true);
        }
        leave(bucket, lane, false);
        return null;
    }

    /**
     * A turn, after those who were first.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#RATE_LIMITED} when too many wait, or the wait is too long
     */
    Turn await(String bucket) {
        connections.release();
        var lane = enter(bucket);
        boolean taken = false;
        try {
            taken = waiting.incrementAndGet() <= mayWait && lane.places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        if (!taken) {
            leave(bucket, lane, false);
            throw Guard.limited(1);
        }
        return () -> leave(bucket, lane, true);
    }

    private Lane enter(String bucket) {
        return lanes.compute(bucket, (key, present) -> {
            var lane = present == null ? new Lane() : present;
            lane.inside++;
            return lane;
        });
    }

    private void leave(String bucket, Lane lane, boolean taken) {
        if (taken) {
            lane.places.release();
        }
        lanes.computeIfPresent(bucket, (key, present) -> --present.inside == 0 ? null : present);
    }
}
