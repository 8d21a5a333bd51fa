package org.roster.contract.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.retry.DryRunBody;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Rehearsal;
import org.roster.http.Unprocessable;
import org.roster.refusal.Reason;

/** Roster's own contract: problem details, and every path that no other contract claims. */
@ApplicationScoped
public class RosterContract implements Contract {

    public static final String PROBLEM_JSON = "application/problem+json";

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public String base() {
        return "/";
    }

    /** Every path that no other contract claims ends here; under {@code /v1} it answers on every host. */
    @Override
    public boolean claims(String path) {
        return Contract.below(path, "/v1");
    }

    @Override
    public boolean rehearses(String path) {
        return Contract.below(path, "/v1");
    }

    @Override
    public Object rehearsed(Rehearsal rehearsal) {
        return DryRunBody.of(rehearsal);
    }

    @Override
    public Response render(Failure failure) {
        var status = status(failure);
        var code = failure.reason() == null
                ? failure.kind().name().toLowerCase(Locale.ROOT)
                : failure.reason().name().toLowerCase(Locale.ROOT);
        var problem = new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                code,
                failure.detail(),
                failure.subject(),
                failure.violations().isEmpty() ? null : List.copyOf(failure.violations()));
        var response = Response.status(status).type(PROBLEM_JSON).entity(problem);
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        var challenge = challenge(failure);
        if (challenge != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return response.build();
    }

    /** RFC 6750 section 3: a request without a credential is told the scheme and nothing more. */
    private static @Nullable String challenge(Failure failure) {
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING -> "Bearer realm=\"roster\"";
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING ->
                "Bearer realm=\"roster\", error=\"invalid_token\"";
            case SCOPE_MISSING ->
                "Bearer realm=\"roster\", error=\"insufficient_scope\", scope=\"" + failure.subject() + '"';
            default -> null;
        };
    }

    private static StatusType status(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.reason() == null ? Status.BAD_REQUEST : status(failure.reason());
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

    private static Status status(Reason reason) {
        return switch (reason) {
            case TENANT_UNKNOWN,
                    USER_UNKNOWN,
                    GROUP_UNKNOWN,
                    APPLICATION_UNKNOWN,
                    API_KEY_UNKNOWN,
                    PERMISSION_UNKNOWN,
                    GUEST_UNKNOWN -> Status.NOT_FOUND;
            case TENANT_FOREIGN, RIGHTS_EXCEEDED -> Status.FORBIDDEN;
            case TENANT_CODE_TAKEN,
                    TENANT_IN_USE,
                    USERNAME_TAKEN,
                    EMAIL_TAKEN,
                    GROUP_CODE_TAKEN,
                    APPLICATION_NAME_TAKEN,
                    APPLICATION_IN_USE,
                    CLIENT_ID_TAKEN,
                    ID_TAKEN,
                    PERMISSION_NAME_TAKEN,
                    PERMISSION_IN_USE,
                    GUEST_ALREADY,
                    PIN_TAKEN -> Status.CONFLICT;
            case VALUE_INVALID, PASSWORD_TOO_WEAK, PASSWORD_WRONG, CURSOR_INVALID, ONE_TIME_TOKEN_INVALID ->
                Status.BAD_REQUEST;
            case VERSION_STALE -> Status.PRECONDITION_FAILED;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED, UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }
}
