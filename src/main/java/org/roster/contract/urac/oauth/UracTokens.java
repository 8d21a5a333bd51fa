package org.roster.contract.urac.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.token.IssuedTokens;

/**
 * The answer to a log-in, which alone among the answers of SOAJS has no envelope (RFC 6749 section 5.1).
 *
 * @param expiresIn the life of the access token in seconds
 * @param refreshToken absent while the pin of a log-in is still to come
 */
@JsonInclude(Include.NON_NULL)
public record UracTokens(
        @Schema(examples = "bearer") @JsonProperty("token_type")
        String tokenType,

        @JsonProperty("access_token") String accessToken,

        @Schema(examples = "900") @JsonProperty("expires_in")
        long expiresIn,

        @JsonProperty("refresh_token") @Nullable String refreshToken) {

    static UracTokens of(IssuedTokens issued) {
        return new UracTokens("bearer", issued.accessToken(), issued.expiresIn(), issued.refreshToken());
    }

    @Override
    public String toString() {
        return "UracTokens[" + expiresIn + "]"; // never the tokens
    }
}
