package org.roster.contract.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of the revocation endpoint (RFC 7009 section 2.1), as the published document shows it. */
@Schema(name = "RevocationForm")
public record RevocationForm(
        @Schema(required = true, description = "An access token or a refresh token")
        String token,

        @Schema(description = "Not needed: Roster sees which sort it is", examples = "refresh_token")
        @JsonProperty("token_type_hint")
        String tokenTypeHint,

        @Schema(description = "Unless the client authenticates by HTTP Basic") @JsonProperty("client_id")
        String clientId,

        @Schema(description = "Unless the client authenticates by HTTP Basic", format = "password")
        @JsonProperty("client_secret")
        String clientSecret) {}
