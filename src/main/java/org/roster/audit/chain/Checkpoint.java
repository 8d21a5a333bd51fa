package org.roster.audit.chain;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of a tenant's chain at a moment.
 *
 * @param link 32 bytes, in hexadecimal digits
 */
public record Checkpoint(UUID tenant, long seq, String link, Instant at) {

    /** A checkpoint, and the signed text that says it. */
    public record Signed(Checkpoint checkpoint, String text) {}
}
