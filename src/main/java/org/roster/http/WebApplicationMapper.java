package org.roster.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Hands what JAX-RS itself refuses (no such path, method, media type) to the contract that was called. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    @Inject
    Failures failures;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    @Override
    public Response toResponse(WebApplicationException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FailureException found) {
                return failures.render(found.failure(), request.getMethod(), uri.getPath());
            }
        }
        var original = exception.getResponse();
        var failure = bodyMissing(original.getStatus())
                ? Failure.of(Failure.Kind.MALFORMED, "the body is empty")
                : failure(original.getStatus(), exception);
        var response = failures.render(failure, request.getMethod(), uri.getPath());
        var allow = original.getHeaderString(HttpHeaders.ALLOW);
        return response.getStatus() == 405 && allow != null
                ? Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build()
                : response;
    }

    /** A request without a body has no media type either, and that is not what is wrong with it. */
    private boolean bodyMissing(int status) {
        return status == 415 && headers.getMediaType() == null && headers.getLength() <= 0;
    }

    private static Failure failure(int status, @Nullable Throwable exception) {
        return switch (status) {
            case 400 -> Failure.of(Failure.Kind.MALFORMED, "the request cannot be read");
            case 401 -> Failure.of(Failure.Kind.CREDENTIAL_MISSING, "authentication is needed");
            case 403 -> Failure.of(Failure.Kind.SCOPE_MISSING, "the credential does not allow this");
            case 404 -> Failure.of(Failure.Kind.NOT_FOUND, "there is nothing at this address");
            case 405 -> Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "this address does not take this method");
            case 406 -> Failure.of(Failure.Kind.NOT_ACCEPTABLE, "the answer cannot be had in an accepted media type");
            case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "the body is too large");
            case 408 -> Failure.of(Failure.Kind.TOO_SLOW, "the body did not arrive in time");
            case 431 -> Failure.of(Failure.Kind.HEADERS_TOO_LARGE, "the header is too large");
            case 414 -> Failure.of(Failure.Kind.URI_TOO_LONG, "the address is too long");
            case 415 -> Failure.of(Failure.Kind.UNSUPPORTED_MEDIA_TYPE, "the body's media type is not taken here");
            case 429 -> Failure.of(Failure.Kind.RATE_LIMITED, "too many requests");
            default -> {
                if (status >= 400 && status < 500) {
                    yield Failure.of(Failure.Kind.MALFORMED, "the request cannot be read");
                }
                yield UnexpectedMapper.unexpected(exception);
            }
        };
    }
}
