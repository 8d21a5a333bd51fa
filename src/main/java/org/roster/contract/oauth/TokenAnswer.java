package org.roster.contract.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.token.IssuedTokens;

/** A token answer (RFC 6749 section 5.1). */
@Schema(name = "TokenAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenAnswer(
        @JsonProperty("access_token") String accessToken,

        @Schema(examples = "Bearer") @JsonProperty("token_type")
        String tokenType,

        @Schema(description = "Seconds", examples = "900") @JsonProperty("expires_in")
        long expiresIn,

        @Schema(examples = "users:create users:read") String scope,
        @JsonProperty("refresh_token") @Nullable String refreshToken) {

    static TokenAnswer of(IssuedTokens issued) {
        return new TokenAnswer(
                issued.accessToken(),
                "Bearer",
                issued.expiresIn(),
                Scopes.join(issued.scopes()),
                issued.refreshToken());
    }
}
