package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import org.roster.system.PublicAddress;

/**
 * The headers of every answer: its request's id, and that nobody stores, sniffs or frames it (R52). A contract that answers
 * with pages says itself what they may load.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class ResponseHeaders implements ContainerResponseFilter {

    static final String REQUEST_ID = "X-Request-Id";

    private static final String POLICY = "Content-Security-Policy";

    /** What an answer says of itself unless its contract says otherwise. */
    private static final Map<String, String> USUAL =
            Map.of(HttpHeaders.CACHE_CONTROL, "no-store", POLICY, "default-src 'none'; frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS =
            Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer");

    /** RFC 6797. */
    private static final String TRANSPORT = "Strict-Transport-Security";

    private static final String A_YEAR = "max-age=31536000";

    @Inject
    Exchange exchange;

    @Inject
    PublicAddress publicAddress;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle(REQUEST_ID, exchange.requestId());
        USUAL.forEach((name, value) -> headers.putIfAbsent(name, List.of(value)));
        ALWAYS.forEach(headers::putSingle);
        if (overTls(publicAddress)) {
            headers.putSingle(TRANSPORT, A_YEAR);
        }
        ownLocation(request, response);
        var type = response.getMediaType();
        if (type != null
                && !type.getParameters().containsKey("charset")
                && type.getSubtype().endsWith("json")) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("utf-8"));
        }
    }

    /** The same for an answer that JAX-RS does not see. */
    static void add(HttpServletResponse response, PublicAddress publicAddress) {
        USUAL.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        ALWAYS.forEach(response::setHeader);
        if (overTls(publicAddress)) {
            response.setHeader(TRANSPORT, A_YEAR);
        }
    }

    /**
     * Whether clients come by TLS only. Not by the way of this request: a try of the TLS port of a development machine would
     * bar a browser from all of its plain ports.
     */
    private static boolean overTls(PublicAddress publicAddress) {
        return publicAddress.url().startsWith("https://");
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
