package org.roster.contract.amani.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new access token. */
@Schema(name = "AmaniAccess")
public record AmaniAccess(
        @Schema(description = "A JWT, to be sent as `Authorization: Bearer …`")
        String access) {

    @Override
    public String toString() {
        return "AmaniAccess"; // never the token
    }
}
