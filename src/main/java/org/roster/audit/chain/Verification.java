package org.roster.audit.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a stretch of a tenant's trail.
 *
 * @param from the first place that was looked at
 * @param through the last one
 * @param next where to go on, or null when the end was reached
 * @param waiting rows that have no place yet, which is so for a moment after each change
 * @param findings what is wrong; none in a good trail
 */
public record Verification(
        long from, long through, @Nullable Long next, long waiting, List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean good() {
        return findings.isEmpty();
    }
}
