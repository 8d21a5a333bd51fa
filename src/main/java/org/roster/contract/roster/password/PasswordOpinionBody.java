package org.roster.contract.roster.password;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.credential.policy.PasswordPolicy.Opinion;

/** What is to be said of a password. */
@Schema(name = "PasswordOpinion")
public record PasswordOpinionBody(
        @Schema(required = true, description = "zxcvbn's, from 0, too guessable, to 4, very unguessable")
        int score,

        @Schema(required = true, description = "Whether it may be set through this contract")
        boolean acceptable,

        @Schema(nullable = true, description = "Why it may not; null if it may") @Nullable
        String reason,

        @Schema(required = true, description = "What would make it stronger")
        List<String> suggestions) {

    static PasswordOpinionBody of(Opinion opinion) {
        var fault = opinion.fault();
        return new PasswordOpinionBody(
                opinion.strength().score(),
                fault == null,
                fault == null ? null : "The password " + fault,
                opinion.strength().suggestions());
    }
}
