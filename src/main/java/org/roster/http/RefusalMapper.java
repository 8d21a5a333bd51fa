package org.roster.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.roster.refusal.Refusal;

/** Hands a refusal by the directory to the contract that was called. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    Failures failures;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Override
    public Response toResponse(Refusal exception) {
        return failures.render(Failure.of(exception), request.getMethod(), uri.getPath());
    }
}
