package org.roster.contract.roster.factor;

import jakarta.validation.constraints.NotEmpty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Source;

/** What a person shows anew before something about the second factor changes. */
@Schema(name = "Proof")
public record ProofBody(
        @Schema(format = "password", required = true) @NotEmpty
        String password,

        @Schema(description = "The code that the device shows now, or a recovery code; with a second factor only")
        @Nullable
        String code) {

    Source from(Source source) {
        return new Source(
                source.address(), code == null ? source.oneTimeCode() : code, source.via(), source.requestId());
    }

    @Override
    public String toString() {
        return "ProofBody"; // never the password
    }
}
