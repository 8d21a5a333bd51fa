package org.roster.credential.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with those who have not logged in from where they are.
 *
 * @param failures wrong passwords since the last right one
 * @param nextTryAt when the next one is looked at; null if at once
 * @param shutOut whether none is looked at until the user logs in from a known place or sets a new password, or somebody ends it
 */
public record LockOut(int failures, @Nullable Instant nextTryAt, boolean shutOut) {}
