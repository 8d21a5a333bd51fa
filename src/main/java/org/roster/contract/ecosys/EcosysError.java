package org.roster.contract.ecosys;

import jakarta.ws.rs.core.Response.StatusType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, other than with a credential.
 *
 * @param error the status in words
 */
@Schema(name = "EcosysError")
public record EcosysError(
        @Schema(examples = "Conflict") String error,

        @Schema(examples = "A user with that username or email already exists.")
        String message) {

    public static EcosysError of(StatusType status, String message) {
        return new EcosysError(status.getReasonPhrase(), message);
    }
}
