package org.roster.contract.econtext;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.http.Unprocessable;

/**
 * A failure in the words of falcon 1.4, the framework of the original.
 *
 * @param title what sort of failure it is
 * @param description one sentence about this one
 * @param spoken whether there is a body at all
 */
record EcontextWords(StatusType status, String title, String description, boolean spoken) {

    private static final String INVALID = "Invalid parameter";

    static EcontextWords of(Failure failure, String path) {
        return switch (failure.kind()) {
            case REFUSED ->
                failure.reason() == null
                        ? conflict(failure.detail())
                        : EcontextReasons.words(failure.reason(), failure, path);
            case INVALID -> parameter(failure);
            case MALFORMED -> invalid("body", sentence(failure.detail()));
            case SCOPE_MISSING -> plain(Status.FORBIDDEN, scope(failure.subject()));
            case NOT_FOUND -> silent(Status.NOT_FOUND);
            case METHOD_NOT_ALLOWED -> silent(Status.METHOD_NOT_ALLOWED);
            case NOT_ACCEPTABLE -> plain(Status.NOT_ACCEPTABLE, sentence(failure.detail()));
            case UNSUPPORTED_MEDIA_TYPE -> plain(Status.UNSUPPORTED_MEDIA_TYPE, sentence(failure.detail()));
            case KEY_IN_USE -> conflict(sentence(failure.detail()));
            case KEY_REUSED -> plain(Unprocessable.CONTENT, sentence(failure.detail()));
            case TOO_LARGE -> plain(Status.REQUEST_ENTITY_TOO_LARGE, sentence(failure.detail()));
            case URI_TOO_LONG -> plain(Status.REQUEST_URI_TOO_LONG, sentence(failure.detail()));
            case HEADERS_TOO_LARGE -> plain(Status.REQUEST_HEADER_FIELDS_TOO_LARGE, sentence(failure.detail()));
            case TOO_SLOW -> plain(Status.REQUEST_TIMEOUT, sentence(failure.detail()));
            case RATE_LIMITED -> plain(Status.TOO_MANY_REQUESTS, sentence(failure.detail()));
            case OVERLOADED -> plain(Status.SERVICE_UNAVAILABLE, sentence(failure.detail()));
            case UNEXPECTED -> plain(Status.INTERNAL_SERVER_ERROR, sentence(failure.detail()));
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING ->
                plain(Status.UNAUTHORIZED, "Authentication required");
        };
    }

    /** A failure whose title is its status. */
    static EcontextWords plain(StatusType status, String description) {
        return new EcontextWords(status, status.getStatusCode() + " " + status.getReasonPhrase(), description, true);
    }

    static EcontextWords conflict(String description) {
        return plain(Status.CONFLICT, description);
    }

    static EcontextWords invalid(String parameter, String message) {
        return new EcontextWords(
                Status.BAD_REQUEST, INVALID, "The \"" + parameter + "\" parameter is invalid. " + message, true);
    }

    static String sentence(String detail) {
        return detail.isEmpty() ? detail : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
    }

    private static EcontextWords parameter(Failure failure) {
        var name = failure.subject() == null ? "body" : failure.subject();
        return failure.detail().equals(EcontextRefusal.REQUIRED)
                ? new EcontextWords(
                        Status.BAD_REQUEST, "Missing parameter", "The \"" + name + "\" parameter is required.", true)
                : invalid(name, sentence(failure.detail()));
    }

    private static EcontextWords silent(Status status) {
        return new EcontextWords(status, "", "", false);
    }

    private static String scope(@Nullable String scope) {
        return scope == null || scope.isEmpty()
                ? "The credential does not hold the needed scope"
                : "The credential does not hold the scope " + scope;
    }
}
