package org.roster.contract.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Unprocessable;

/** The OAuth 2.0 endpoints. Whatever fails is worded as RFC 6749 section 5.2 has it. */
@ApplicationScoped
public class OAuthContract implements Contract {

    @Override
    public String name() {
        return "oauth";
    }

    @Override
    public String base() {
        return "/oauth2";
    }

    @Override
    public boolean claims(String path) {
        return Contract.super.claims(path) || path.startsWith("/.well-known/");
    }

    @Override
    public Response render(Failure failure) {
        var status = status(failure);
        var response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuthError(error(failure), ascii(failure.detail())));
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        if (status == Status.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"roster\"");
        }
        return response.build();
    }

    private static StatusType status(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED, MALFORMED, INVALID -> Status.BAD_REQUEST;
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> Status.UNAUTHORIZED;
            case SCOPE_MISSING -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> Status.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> Status.NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> Status.UNSUPPORTED_MEDIA_TYPE;
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

    private static String error(Failure failure) {
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> "invalid_client";
            case SCOPE_MISSING -> "insufficient_scope";
            case RATE_LIMITED, OVERLOADED -> "temporarily_unavailable";
            case UNEXPECTED -> "server_error";
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
                    KEY_REUSED -> "invalid_request";
        };
    }

    /** The description may hold only printable ASCII, without quotation mark and backslash (section 5.2). */
    static String ascii(String text) {
        return text.replaceAll("[^ !#-\\[\\]-~]", "'");
    }
}
