package org.roster.contract.ecosys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A failure of OAuth as league/oauth2-server 8.4 words it: its {@code OAuthServerException} sends the description a
 * second time as {@code message}, for clients older than RFC 6749.
 */
@Schema(name = "EcosysOAuthError")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EcosysOAuthError(
        @Schema(examples = "access_denied") String error,

        @Schema(examples = "The resource owner or authorization server denied the request.")
        @JsonProperty("error_description")
        String description,

        @Nullable String hint,

        @Schema(description = "The same as `error_description`")
        String message) {

    private EcosysOAuthError(String error, String description, @Nullable String hint) {
        this(error, description, hint, description);
    }

    /** The resource server's answer to a credential that is missing or not good. */
    static EcosysOAuthError accessDenied(String hint) {
        return new EcosysOAuthError(
                "access_denied", "The resource owner or authorization server denied the request.", hint);
    }

    static EcosysOAuthError insufficientScope(@Nullable String scope) {
        return new EcosysOAuthError(
                "insufficient_scope",
                scope == null || scope.isEmpty()
                        ? "The token is missing a required scope."
                        : "The token is missing the required \"" + scope + "\" scope.",
                null);
    }

    public static EcosysOAuthError unsupportedGrantType() {
        return new EcosysOAuthError(
                "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server.",
                "Check that all required parameters have been provided");
    }

    public static EcosysOAuthError invalidRequest(@Nullable String hint) {
        return new EcosysOAuthError(
                "invalid_request",
                "The request is missing a required parameter, includes an invalid parameter value, includes a"
                        + " parameter more than once, or is otherwise malformed.",
                hint);
    }

    public static EcosysOAuthError invalidClient() {
        return new EcosysOAuthError("invalid_client", "Client authentication failed", null);
    }

    public static EcosysOAuthError invalidScope(@Nullable String scope) {
        return new EcosysOAuthError(
                "invalid_scope",
                "The requested scope is invalid, unknown, or malformed",
                scope == null ? null : "Check the `" + scope + "` scope");
    }

    public static EcosysOAuthError invalidGrant() {
        return new EcosysOAuthError("invalid_grant", "The user credentials were incorrect.", null);
    }

    public static EcosysOAuthError invalidRefreshToken(String hint) {
        return new EcosysOAuthError("invalid_request", "The refresh token is invalid.", hint);
    }

    static EcosysOAuthError temporarilyUnavailable(String description) {
        return new EcosysOAuthError("temporarily_unavailable", description, null);
    }

    static EcosysOAuthError serverError() {
        return new EcosysOAuthError(
                "server_error",
                "The authorization server encountered an unexpected condition which prevented it from fulfilling the"
                        + " request.",
                null);
    }
}
