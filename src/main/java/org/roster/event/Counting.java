package org.roster.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.roster.event.Occurrences.Occurrence;

/** How many of one kind there were since its first. */
final class Counting {

    private final long began;
    private int single;
    private int more;
    private @Nullable Occurrence rest;
    private boolean over;

    /** @param began by the clock of {@link System#nanoTime()} */
    Counting(long began) {
        this.began = began;
    }

    /** What becomes of one. */
    enum Verdict {
        TELL,
        COUNTED,
        /** This counting is over; another has to be begun. */
        OVER
    }

    synchronized Verdict add(int atMost, Occurrence one) {
        if (over) {
            return Verdict.OVER;
        }
        if (single < atMost) {
            single++;
            return Verdict.TELL;
        }
        more++;
        rest = one;
        return Verdict.COUNTED;
    }

    boolean olderThan(Duration age, long now) {
        return now - began >= age.toNanos();
    }

    /** How many were counted and not told. */
    synchronized int more() {
        return more;
    }

    /** The last of those. */
    synchronized @Nullable Occurrence rest() {
        return rest;
    }

    /** So many were told; whether that was all, and the counting is over. */
    synchronized boolean told(int some) {
        more -= some;
        over = more == 0;
        return over;
    }
}
