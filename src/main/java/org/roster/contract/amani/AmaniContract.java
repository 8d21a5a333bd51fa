package org.roster.contract.amani;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Optional;
import java.util.Set;
import org.roster.http.Claim;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Unprocessable;

/** The contract of Amani's platform. It words failures as Django REST framework and its simplejwt do. */
@ApplicationScoped
public class AmaniContract implements Contract {

    public static final String NAME = "amani";

    /** The subject of a failure that says itself how the body cannot be read. */
    static final String BODY = "body";

    private static final String CHALLENGE = "Bearer realm=\"api\"";
    private static final String LOG_IN = "/user/login";
    private static final String REFRESH = "/token/refresh";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return "/amani/api/v2";
    }

    @Override
    public String published() {
        return "/api/v2";
    }

    @Override
    public Optional<Claim> claimsBare(String path, boolean basic) {
        return Contract.below(path, published()) ? Optional.of(Claim.OWN_PATH) : Optional.empty();
    }

    /** Every path is one with and without a slash at its end: sending a POST elsewhere would lose its body. */
    @Override
    public String mounted(String path) {
        var below = Contract.super.mounted(path);
        return claims(below) && below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
    }

    @Override
    public Set<String> scopes() {
        return AmaniRights.ALL;
    }

    @Override
    public Response render(Failure failure) {
        return render(failure, "", base());
    }

    @Override
    public Response render(Failure failure, String method, String path) {
        var status = status(failure);
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body(failure, method, path));
        if (status == Status.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        return response.build();
    }

    static Object body(Failure failure, String method, String path) {
        var subject = failure.subject();
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING -> new AmaniDetail("Authentication credentials were not provided.");
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> credential(path);
            case SCOPE_MISSING -> new AmaniDetail(AmaniReasons.FORBIDDEN);
            case NOT_FOUND ->
                new AmaniDetail(AmaniPaging.PAGE.equals(subject) ? "Invalid page." : AmaniReasons.NOT_FOUND);
            case METHOD_NOT_ALLOWED -> new AmaniDetail("Method \"" + method + "\" not allowed.");
            case NOT_ACCEPTABLE -> new AmaniDetail("Could not satisfy the request Accept header.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new AmaniDetail(
                        "Unsupported media type " + (subject == null ? "" : '"' + subject + "\" ") + "in request.");
            case MALFORMED -> new AmaniDetail(BODY.equals(subject) ? failure.detail() : "Malformed request.");
            case INVALID -> AmaniReasons.invalid(failure);
            case REFUSED -> AmaniReasons.refused(failure);
            case RATE_LIMITED ->
                new AmaniDetail("Request was throttled."
                        + (failure.retryAfter() > 0
                                ? " Expected available in " + failure.retryAfter()
                                        + (failure.retryAfter() == 1 ? " second." : " seconds.")
                                : ""));
            case TOO_LARGE, URI_TOO_LONG, HEADERS_TOO_LARGE, TOO_SLOW, KEY_IN_USE, KEY_REUSED, OVERLOADED, UNEXPECTED ->
                new AmaniDetail(AmaniReasons.sentence(failure.detail()));
        };
    }

    /** A log-in and a refresh carry their credential in the body, and have words of their own for a bad one. */
    private static Object credential(String path) {
        var trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (trimmed.endsWith(LOG_IN)) {
            return new AmaniDetail("No active account found with the given credentials");
        }
        return trimmed.endsWith(REFRESH) ? AmaniTokenError.refresh() : AmaniTokenError.access();
    }

    static StatusType status(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.reason() == null ? Status.BAD_REQUEST : AmaniReasons.status(failure.reason());
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> Status.UNAUTHORIZED;
            case SCOPE_MISSING -> Status.FORBIDDEN;
            case MALFORMED, INVALID -> Status.BAD_REQUEST;
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
}
