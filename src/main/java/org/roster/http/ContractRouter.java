package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.system.PublicAddress;

/**
 * Decides which contract a request speaks, before anything is matched and once for the whole request, so that every
 * later failure is worded by it. Also gives the request its id and its limits.
 */
@Provider
@PreMatching
@Priority(0)
public class ContractRouter implements ContainerRequestFilter {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** A name or an address in brackets, and a port. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    /** The header with the code of a second factor, where a contract has no field of its own for it. */
    private static final String ONE_TIME_CODE = "One-Time-Code";

    @Inject
    Contracts contracts;

    @Inject
    Exchange exchange;

    @Inject
    PublicAddress publicAddress;

    @Inject
    ClientAddress addresses;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var host = request.getHeaderString(HttpHeaders.HOST);
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        var route = contracts.route(uri.getRawPath(), host, authorization);
        var contract = route.contract();
        exchange.begin(
                route,
                requestId(request.getHeaderString(ResponseHeaders.REQUEST_ID)),
                authorization != null,
                origin(route, host));
        exchange.from(addresses.of(servlet), request.getHeaderString(ONE_TIME_CODE));
        if (!route.path().equals(uri.getRawPath())) {
            request.setRequestUri(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + route.path()
                    + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery())));
        }
        if (uri.toString().length() > Limits.URI_LENGTH) {
            throw new FailureException(Failure.of(
                    Failure.Kind.URI_TOO_LONG, "the address has more than " + Limits.URI_LENGTH + " characters"));
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS) && !contract.servesOptions()) {
            throw new FailureException(
                    Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "this address does not take this method"));
        }
        limitHeader(request);
        checkFraming(request);
        limitBody(request);
    }

    /** The address that links in answers begin with; a Host header counts only if the operator has mapped the host. */
    private String origin(Route route, @Nullable String host) {
        var own = publicAddress.url();
        return route.hostMapped() && host != null && HOST.matcher(host).matches()
                ? own.substring(0, own.indexOf("://") + 3) + host
                : own;
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
    static String requestId(@Nullable String given) {
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static void limitHeader(ContainerRequestContext request) {
        int size = 0;
        for (var field : request.getHeaders().entrySet()) {
            for (var value : field.getValue()) {
                size += field.getKey().length() + (value == null ? 0 : value.length());
            }
        }
        if (size > Limits.HEADER_BYTES) {
            throw new FailureException(Failure.of(
                    Failure.Kind.HEADERS_TOO_LARGE, "the header has more than " + Limits.HEADER_BYTES + " bytes"));
        }
    }

    private static void limitBody(ContainerRequestContext request) {
        if (request.getLength() > Limits.BODY_BYTES) {
            throw LimitedStream.tooLarge(Limits.BODY_BYTES);
        }
        InputStream body = request.getEntityStream();
        if (body != null) {
            request.setEntityStream(new LimitedStream(
                    body, Limits.BODY_BYTES, TimeUnit.SECONDS.toNanos(Limits.BODY_SECONDS), System::nanoTime));
        }
    }
}
