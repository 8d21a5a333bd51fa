package org.roster.retry;

import java.time.Instant;

/**
 * That somebody answers a request now.
 *
 * @param fingerprint what the request says, as a keyed hash
 * @param name which answering it is; no two have the same
 * @param until when it counts as given up
 * @param expiresAt when the row is forgotten
 */
record Lease(String fingerprint, String name, Instant now, Instant until, Instant expiresAt) {}
