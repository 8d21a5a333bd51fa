package org.roster.contract.ecosys.token;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roster.contract.ecosys.EcosysOAuthError;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

/** A grant that is refused, as league/oauth2-server's {@code OAuthServerException} words it. */
final class EcosysGrantRefusal {

    private EcosysGrantRefusal() {}

    static Response response(GrantRefusal refusal, String authorization) {
        var response = Response.status(status(refusal))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body(refusal));
        var challenge = challenge(refusal, authorization);
        if (challenge != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return response.build();
    }

    static Status status(GrantRefusal refusal) {
        return switch (refusal.error()) {
            case INVALID_CLIENT, UNAUTHORIZED_CLIENT -> Status.UNAUTHORIZED;
            case INVALID_GRANT -> hint(refusal) == null ? Status.BAD_REQUEST : Status.UNAUTHORIZED;
            case INVALID_REQUEST, UNSUPPORTED_GRANT_TYPE, INVALID_SCOPE -> Status.BAD_REQUEST;
        };
    }

    static EcosysOAuthError body(GrantRefusal refusal) {
        return switch (refusal.error()) {
            case INVALID_CLIENT, UNAUTHORIZED_CLIENT -> EcosysOAuthError.invalidClient();
            case INVALID_GRANT -> {
                var hint = hint(refusal);
                yield hint == null ? EcosysOAuthError.invalidGrant() : EcosysOAuthError.invalidRefreshToken(hint);
            }
            case INVALID_REQUEST ->
                EcosysOAuthError.invalidRequest(
                        refusal.subject() == null ? null : "Check the `" + shown(refusal.subject()) + "` parameter");
            case INVALID_SCOPE ->
                EcosysOAuthError.invalidScope(refusal.subject() == null ? null : shown(refusal.subject()));
            case UNSUPPORTED_GRANT_TYPE -> EcosysOAuthError.unsupportedGrantType();
        };
    }

    /** What is wrong with a refresh token; null where the refusal is not about one. */
    private static @Nullable String hint(GrantRefusal refusal) {
        return switch (Objects.requireNonNullElse(refusal.subject(), "")) {
            case "unknown" -> "Cannot decrypt the refresh token";
            case "client" -> "Token is not linked to client";
            case "expired" -> "Token has expired";
            case "revoked" -> "Token has been revoked";
            default -> null;
        };
    }

    /** The original names a scheme only to a client that has tried one. */
    static @Nullable String challenge(GrantRefusal refusal, String authorization) {
        boolean client =
                refusal.error() == GrantError.INVALID_CLIENT || refusal.error() == GrantError.UNAUTHORIZED_CLIENT;
        if (!client || authorization.isEmpty()) {
            return null;
        }
        return (authorization.startsWith("Bearer") ? "Bearer" : "Basic") + " realm=\"OAuth\"";
    }

    /** What a client sent comes back to it, though not at any length. */
    private static String shown(String text) {
        return text.length() > 128 ? text.substring(0, 128) : text;
    }
}
