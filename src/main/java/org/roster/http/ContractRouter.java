package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Decides which contract a request speaks, before anything is matched and once for the whole request, so that every
 * later failure is worded by it. Also gives the request its id and its limits.
 */
@Provider
@PreMatching
@Priority(0)
public class ContractRouter implements ContainerRequestFilter {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    Contracts contracts;

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var contract = contracts.of(path.startsWith("/") ? path : '/' + path);
        exchange.begin(contract, requestId(request), request.getHeaderString(HttpHeaders.AUTHORIZATION) != null);
        if (request.getUriInfo().getRequestUri().toString().length() > Limits.URI_LENGTH) {
            throw new FailureException(Failure.of(
                    Failure.Kind.URI_TOO_LONG, "the address has more than " + Limits.URI_LENGTH + " characters"));
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS) && !contract.servesOptions()) {
            throw new FailureException(
                    Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "this address does not take this method"));
        }
        checkFraming(request);
        limitBody(request);
    }

    /** A request whose end two readers could see in different places is a way to smuggle another (RFC 9112 section 6.3). */
    private static void checkFraming(ContainerRequestContext request) {
        var lengths = request.getHeaders().get(HttpHeaders.CONTENT_LENGTH);
        int declared = lengths == null ? 0 : lengths.size();
        boolean chunked = request.getHeaderString("Transfer-Encoding") != null;
        var hosts = request.getHeaders().get(HttpHeaders.HOST);
        if (declared > 1 || declared == 1 && chunked || hosts == null || hosts.size() != 1) {
            throw new FailureException(
                    Failure.of(Failure.Kind.MALFORMED, "the request's length or host cannot be told for certain"));
        }
    }

    /** The caller's own id where it is sane, so that both sides find the same request in their logs. */
    private static String requestId(ContainerRequestContext request) {
        var given = request.getHeaderString(ResponseHeaders.REQUEST_ID);
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static void limitBody(ContainerRequestContext request) {
        if (request.getLength() > Limits.BODY_BYTES) {
            throw LimitedStream.tooLarge(Limits.BODY_BYTES);
        }
        InputStream body = request.getEntityStream();
        if (body != null && request.getLength() < 0) {
            request.setEntityStream(new LimitedStream(body, Limits.BODY_BYTES));
        }
    }
}
