package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** The headers of every answer: its request's id, and that nobody stores, sniffs or frames it (R52). */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class ResponseHeaders implements ContainerResponseFilter {

    static final String REQUEST_ID = "X-Request-Id";

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle(REQUEST_ID, exchange.requestId());
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.putSingle("Referrer-Policy", "no-referrer");
        ownLocation(request, response);
        var type = response.getMediaType();
        if (type != null
                && !type.getParameters().containsKey("charset")
                && type.getSubtype().endsWith("json")) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("utf-8"));
        }
    }

    /** An address in an answer is built from the public URL, never from the request's Host header (R36). */
    private void ownLocation(ContainerRequestContext request, ContainerResponseContext response) {
        var location = response.getLocation();
        var base = request.getUriInfo().getBaseUri().toString();
        if (location != null && location.toString().startsWith(base)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            exchange.origin() + '/' + location.toString().substring(base.length()));
        }
    }
}
