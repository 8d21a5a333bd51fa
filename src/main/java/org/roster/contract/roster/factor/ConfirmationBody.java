package org.roster.contract.roster.factor;

import jakarta.validation.constraints.NotEmpty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The first code of a new second factor. */
@Schema(name = "SecondFactorConfirmation")
public record ConfirmationBody(
        @Schema(description = "The token of the enrolment", required = true) @NotEmpty
        String token,

        @Schema(description = "The code that the device shows now", required = true, examples = "123456") @NotEmpty
        String code) {

    @Override
    public String toString() {
        return "ConfirmationBody"; // never the token
    }
}
