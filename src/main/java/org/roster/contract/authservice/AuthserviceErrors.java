package org.roster.contract.authservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.roster.http.Exchange;

/** Makes the bodies of failures, which carry the moment and the request's id. */
@ApplicationScoped
public class AuthserviceErrors {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String SPANISH = "es";

    @Inject
    Exchange exchange;

    @Inject
    Clock clock;

    /** The answer to something that only this contract refuses. */
    public Response answer(Status status, AuthserviceWords words) {
        return builder(status, words.message(), words.detail()).build();
    }

    ResponseBuilder builder(StatusType status, String message, String detail) {
        // A request that never reached the application has no id yet.
        var known = exchange.requestId();
        var id = known.isEmpty() ? UUID.randomUUID().toString() : known;
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .language(SPANISH)
                .header(REQUEST_ID, id)
                .entity(new AuthserviceError(now, id, message, detail));
    }

    /** The same without a request, as the published document shows it. */
    static ResponseBuilder example(StatusType status, String message, String detail) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new AuthserviceError("2026-03-04T10:30:00Z", "abc123-def456", message, detail));
    }
}
