package org.roster.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a queue that is kept in rows.
 *
 * @param waiting how many are still to be done
 * @param dead how many were given up and are still kept
 * @param since when the oldest that waits was queued; null when nothing waits
 */
public record Backlog(long waiting, long dead, @Nullable Instant since) {}
