package org.roster.credential.guard;

import java.time.Instant;

/**
 * A row of wrong tries.
 *
 * @param failures how many there were
 * @param lastAt when the last one was
 * @param until when the row is forgotten
 */
record Counted(int failures, Instant lastAt, Instant until) {

    static final Counted NONE = new Counted(0, Instant.EPOCH, Instant.MAX);
}
