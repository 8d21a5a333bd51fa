package org.roster.credential.guard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the rows has shown, of what has not been forgotten.
 *
 * @param own the wrong tries of the account
 * @param address those from the address
 * @param place those at the known place, whose end is that of its being known; null if it is not known
 */
record Sight(Counted own, Counted address, @Nullable Counted place) {

    /** A place stays known this long after the last log-in there. */
    static final Duration KNOWN = Duration.ofDays(30);

    /** So many wrong tries in a row, and a place is as strange as any other. */
    static final int PLACE_BEARS = 5;

    /** Once a day is often enough to note that the user was there again. */
    static final Duration NOTED = Duration.ofDays(1);

    boolean known() {
        return place != null && place.failures() < PLACE_BEARS;
    }

    /** The wrong tries that a try from this place is measured by. */
    Counted judged() {
        return place != null && known() ? place : own;
    }

    /**
     * Whether a try is counted before it is looked at: once one was wrong, wherever it came from, so that a known place never
     * sees more than it bears.
     *
     * @param atPlace whether it takes turns with the others from the place; one that has come to be known there since it got in line
     *     is looked at beside those
     */
    boolean counted(boolean atPlace) {
        return own.failures() > 0 || judged().failures() > 0 || known() && !atPlace;
    }

    /** Whether it is worth a write that the user was at the place again. */
    boolean stale(Instant now) {
        return place == null
                || place.failures() > 0
                || place.until().minus(KNOWN).plus(NOTED).isBefore(now);
    }
}
