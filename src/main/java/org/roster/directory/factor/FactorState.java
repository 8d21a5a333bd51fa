package org.roster.directory.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user's second factor.
 *
 * @param confirmedAt since when codes are asked for; null without a factor
 * @param recoveryCodesLeft how many recovery codes have not been used
 */
public record FactorState(@Nullable Instant confirmedAt, long recoveryCodesLeft) {

    static final FactorState NONE = new FactorState(null, 0);

    public boolean enrolled() {
        return confirmedAt != null;
    }
}
