package org.roster.contract.amani;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What djangorestframework-simplejwt says of a token that is not good.
 *
 * @param messages one for each kind of token that was tried; only where a request carries the token as its credential
 */
@Schema(name = "AmaniTokenError")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmaniTokenError(
        @Schema(examples = "Given token not valid for any token type")
        String detail,

        @Schema(examples = "token_not_valid") String code,

        @Nullable List<AmaniTokenMessage> messages) {

    private static final String CODE = "token_not_valid";
    private static final String INVALID = "Token is invalid or expired";

    /** One kind of token that was tried. */
    @Schema(name = "AmaniTokenMessage")
    public record AmaniTokenMessage(
            @Schema(examples = "AccessToken") @JsonProperty("token_class")
            String tokenClass,

            @Schema(examples = "access") @JsonProperty("token_type")
            String tokenType,

            @Schema(examples = INVALID) String message) {}

    /** Of a request that carries a credential that is not good. */
    static AmaniTokenError access() {
        var message = new AmaniTokenMessage("AccessToken", "access", INVALID);
        return new AmaniTokenError("Given token not valid for any token type", CODE, List.of(message));
    }

    /** Of a refresh token in a body. */
    static AmaniTokenError refresh() {
        return new AmaniTokenError(INVALID, CODE, null);
    }
}
