package org.roster.http;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.roster.http.limit.Pauses;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Hands a refusal by the directory to the contract that was called. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    Failures failures;

    @Inject
    Pauses pauses;

    @Inject
    Exchange exchange;

    @Context
    HttpServletRequest servlet;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Override
    public Response toResponse(Refusal exception) {
        var worded = failures.render(Failure.of(exception), request.getMethod(), uri.getPath());
        boolean tooMuch = exception.reason() == Reason.OVERLOADED || exchange.overLimit();
        return tooMuch ? pauses.before(worded, servlet) : worded;
    }
}
