package org.roster.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A time that goes on with the machine's monotonic clock, and is set by looks at a clock elsewhere. */
final class SteadyTime {

    private final LongSupplier nanoTime;
    private final long origin;

    /** The moment at the origin. */
    private volatile Instant begun;

    SteadyTime(Instant begun, LongSupplier nanoTime) {
        this.begun = begun;
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    Instant now() {
        return at(nanoTime.getAsLong());
    }

    /**
     * Looks at the other clock. It was read at some moment between question and answer; only what that leaves no doubt of is put
     * right, so that a slow answer moves nothing.
     */
    synchronized void set(Supplier<Instant> other) {
        long asked = nanoTime.getAsLong();
        var told = other.get();
        long answered = nanoTime.getAsLong();
        if (told.isBefore(at(asked))) {
            begun = begun.plus(Duration.between(at(asked), told));
        } else if (told.isAfter(at(answered))) {
            begun = begun.plus(Duration.between(at(answered), told));
        }
    }

    private Instant at(long nanos) {
        return begun.plusNanos(nanos - origin);
    }
}
