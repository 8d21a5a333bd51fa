package org.roster.contract.ecosys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Unprocessable;

/** The contract of EcosysOAuthServer. It words credential failures as league/oauth2-server, all else as its API. */
@ApplicationScoped
public class EcosysContract implements Contract {

    public static final String NAME = "ecosys";

    private static final String CHALLENGE = "Bearer realm=\"OAuth\"";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return "/etc-backend";
    }

    @Override
    public Set<String> scopes() {
        return EcosysScopes.ALL;
    }

    @Override
    public Set<String> personalScopes() {
        return EcosysScopes.PERSONAL;
    }

    @Override
    public boolean servesOptions() {
        return true; // see EcosysPreflight
    }

    @Override
    public Response render(Failure failure) {
        return render(failure, "", base());
    }

    @Override
    public Response render(Failure failure, String method, String path) {
        var endpoint = EcosysEndpoint.of(method, path);
        var status = status(failure);
        var entity = endpoint == EcosysEndpoint.TOKEN ? atToken(failure) : atApi(failure, endpoint, status);
        var response = Response.status(status);
        if (entity != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(entity);
        }
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        var challenge = challenge(failure);
        if (challenge != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return response.build();
    }

    /** How the token endpoint says what keeps a request from it; a refused grant is {@code token.EcosysGrant}'s. */
    static Object atToken(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> EcosysStatus.RUNNING;
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING ->
                EcosysOAuthError.invalidClient();
            case SCOPE_MISSING -> EcosysOAuthError.insufficientScope(failure.subject());
            case RATE_LIMITED, OVERLOADED -> EcosysOAuthError.temporarilyUnavailable(failure.detail());
            case UNEXPECTED -> EcosysOAuthError.serverError();
            case REFUSED,
                    MALFORMED,
                    INVALID,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    TOO_SLOW,
                    KEY_IN_USE,
                    KEY_REUSED -> EcosysOAuthError.invalidRequest(null);
        };
    }

    /** The body, or null where the published answer has none. */
    static @Nullable Object atApi(Failure failure, EcosysEndpoint endpoint, StatusType status) {
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING -> EcosysOAuthError.accessDenied("Missing \"Authorization\" header");
            case CREDENTIAL_INVALID, SECOND_STEP_MISSING ->
                EcosysOAuthError.accessDenied("Access token could not be verified");
            case CREDENTIAL_REVOKED -> EcosysOAuthError.accessDenied("Access token has been revoked");
            case SCOPE_MISSING -> EcosysOAuthError.insufficientScope(failure.subject());
            case NOT_FOUND, METHOD_NOT_ALLOWED -> EcosysStatus.RUNNING;
            case MALFORMED, UNSUPPORTED_MEDIA_TYPE -> {
                var message = endpoint.malformed(failure.detail());
                yield message == null ? null : EcosysError.of(status, message);
            }
            case INVALID -> EcosysError.of(status, EcosysReasons.invalid(failure, endpoint.missing()));
            case REFUSED -> EcosysError.of(status, EcosysReasons.message(failure));
            case UNEXPECTED -> EcosysError.of(status, endpoint.fault());
            case NOT_ACCEPTABLE,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    TOO_SLOW,
                    KEY_IN_USE,
                    KEY_REUSED,
                    RATE_LIMITED,
                    OVERLOADED -> EcosysError.of(status, EcosysReasons.sentence(failure.detail()));
        };
    }

    static StatusType status(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.reason() == null ? Status.BAD_REQUEST : EcosysReasons.status(failure.reason());
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> Status.UNAUTHORIZED;
            case SCOPE_MISSING -> Status.FORBIDDEN;
            // The document knows neither 415 nor 422.
            case MALFORMED, INVALID, UNSUPPORTED_MEDIA_TYPE -> Status.BAD_REQUEST;
            // The original answers its status wherever it has nothing else to say.
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Status.OK;
            case NOT_ACCEPTABLE -> Status.NOT_ACCEPTABLE;
            case KEY_IN_USE -> Status.CONFLICT;
            case KEY_REUSED -> Unprocessable.CONTENT;
            case TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
            case URI_TOO_LONG -> Status.REQUEST_URI_TOO_LONG;
            case HEADERS_TOO_LARGE -> Status.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case TOO_SLOW -> Status.REQUEST_TIMEOUT;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED -> Status.SERVICE_UNAVAILABLE;
            case UNEXPECTED -> Status.INTERNAL_SERVER_ERROR;
        };
    }

    /** The original sends none at its API; RFC 6750 section 3 demands one. */
    static @Nullable String challenge(Failure failure) {
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING -> CHALLENGE;
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> CHALLENGE + ", error=\"invalid_token\"";
            case SCOPE_MISSING ->
                CHALLENGE + ", error=\"insufficient_scope\""
                        + (failure.subject() == null ? "" : ", scope=\"" + failure.subject() + '"');
            case REFUSED,
                    MALFORMED,
                    INVALID,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    TOO_SLOW,
                    KEY_IN_USE,
                    KEY_REUSED,
                    RATE_LIMITED,
                    OVERLOADED,
                    UNEXPECTED -> null;
        };
    }
}
