package org.roster.contract.roster.factor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.factor.FactorState;

/** What is known of a user's second factor; never the seed or a code. */
@Schema(name = "SecondFactor")
public record SecondFactorBody(
        @Schema(description = "Whether a code is asked for at each log-in")
        boolean enrolled,

        @Nullable Instant confirmedAt,

        @Schema(description = "How many recovery codes are left")
        long recoveryCodesLeft) {

    static SecondFactorBody of(FactorState state) {
        return new SecondFactorBody(state.enrolled(), state.confirmedAt(), state.recoveryCodesLeft());
    }
}
