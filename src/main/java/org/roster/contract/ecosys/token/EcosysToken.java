package org.roster.contract.ecosys.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.token.IssuedTokens;

/** The answer of the token endpoint. It has no {@code scope}: the token says it. */
@Schema(name = "EcosysToken")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EcosysToken(
        @Schema(examples = "Bearer") @JsonProperty("token_type")
        String tokenType,

        @Schema(description = "Seconds", examples = "3600") @JsonProperty("expires_in")
        long expiresIn,

        @Schema(description = "A JWT with `sub`, `aud`, `jti`, `exp` and the array `scopes`")
        @JsonProperty("access_token")
        String accessToken,

        @Schema(description = "Not for `client_credentials`") @JsonProperty("refresh_token") @Nullable
        String refreshToken) {

    static EcosysToken of(IssuedTokens issued) {
        return new EcosysToken("Bearer", issued.expiresIn(), issued.accessToken(), issued.refreshToken());
    }

    @Override
    public String toString() {
        return "EcosysToken"; // never the tokens
    }
}
