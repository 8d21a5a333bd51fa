package org.roster.contract.amani.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /user/login}, as the published document shows it. */
@Schema(name = "AmaniCredentials")
public record AmaniCredentials(
        @Schema(required = true, description = "The e-mail address", examples = "jane.doe@example.com")
        String username,

        @Schema(required = true, format = "password") String password) {

    @Override
    public String toString() {
        return "AmaniCredentials[" + username + "]"; // never the password
    }
}
