package org.roster.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Hands a failure that the shared layer found to the contract that was called. */
@Provider
public class FailureMapper implements ExceptionMapper<FailureException> {

    @Inject
    Failures failures;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Override
    public Response toResponse(FailureException exception) {
        return failures.render(exception.failure(), request.getMethod(), uri.getPath());
    }
}
