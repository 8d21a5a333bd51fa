package org.roster.contract.authservice.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a log-in. */
@Schema(name = "AuthserviceToken")
public record AuthserviceToken(
        @Schema(description = "A JWT, signed with ES256; its keys are at `/oauth2/jwks`")
        String token) {

    @Override
    public String toString() {
        return "AuthserviceToken"; // never the token
    }
}
