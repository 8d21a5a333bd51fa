package org.roster.contract.ecosys.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of the token endpoint, as the published document shows it; it is read as {@link TokenParameters}. */
@Schema(name = "EcosysTokenForm")
public record EcosysTokenForm(
        @Schema(
                required = true,
                enumeration = {"client_credentials", "password", "refresh_token"},
                examples = "client_credentials")
        @JsonProperty("grant_type")
        String grantType,

        @Schema(description = "Unless the client authenticates by HTTP Basic") @JsonProperty("client_id")
        String clientId,

        @Schema(description = "Unless the client authenticates by HTTP Basic", format = "password")
        @JsonProperty("client_secret")
        String clientSecret,

        @Schema(description = "For the grant `password`") String username,

        @Schema(description = "For the grant `password`", format = "password")
        String password,

        @Schema(description = "For the grant `refresh_token`") @JsonProperty("refresh_token")
        String refreshToken,

        @Schema(
                description = "Scopes, separated by spaces. Those that the client may not have are left out.",
                examples = "profile users:create")
        String scope) {}
