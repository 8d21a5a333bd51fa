package org.roster.contract.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of the token endpoint, as the published document shows it. */
@Schema(name = "TokenForm")
public record TokenForm(
        @Schema(
                required = true,
                enumeration = {"client_credentials", "refresh_token"},
                examples = "client_credentials")
        @JsonProperty("grant_type")
        String grantType,

        @Schema(description = "Unless the client authenticates by HTTP Basic") @JsonProperty("client_id")
        String clientId,

        @Schema(description = "Unless the client authenticates by HTTP Basic", format = "password")
        @JsonProperty("client_secret")
        String clientSecret,

        @Schema(description = "Scopes, separated by spaces", examples = "users:create users:read")
        String scope,

        @Schema(description = "For the refresh grant") @JsonProperty("refresh_token")
        String refreshToken) {}
