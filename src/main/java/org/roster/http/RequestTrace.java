package org.roster.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.trace.Span;
import org.roster.trace.Traces;

/**
 * The span of a request. It says which route was taken and what came of it, by the names of OpenTelemetry's conventions for HTTP, and
 * leaves out what may be personal or secret: the path as it was sent, the query, addresses, the caller.
 */
@ApplicationScoped
public class RequestTrace {

    /** Where the request keeps its span. */
    static final String SPAN = "org.roster.span";

    /** What anybody may send as a method is not to make names of spans. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ConcurrentHashMap<Method, String> routes = new ConcurrentHashMap<>();

    @Inject
    Traces traces;

    @Inject
    Exchange exchange;

    /** The span of a request, to be given to {@link #end}. */
    public Span begin(HttpServletRequest request) {
        var span = traces.request(
                METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER", request::getHeader);
        if (span != Span.NONE) {
            request.setAttribute(SPAN, span);
        }
        return span;
    }

    /** Says what came of the request, as long as that is known, and ends its span. */
    public void end(Span span, int status) {
        if (span == Span.NONE) {
            return;
        }
        span.say("http.response.status_code", status);
        span.say("roster.request_id", exchange.requestId());
        var contract = exchange.contract();
        if (contract != null) {
            span.say("roster.contract", contract.name());
        }
        var caller = exchange.caller();
        if (caller != null) {
            span.say("roster.tenant", caller.tenant().toString());
        }
        var failure = exchange.failure();
        if (failure != null) {
            span.say("roster.failure", failure.kind().name());
        }
        if (status >= 500) {
            span.failed(Integer.toString(status));
        }
        span.close();
    }

    /** Names the span by the route, now that it is known. */
    void routed(Span span, String method, Class<?> resource, Method endpoint) {
        var route = routes.computeIfAbsent(endpoint, any -> path(resource) + path(endpoint));
        span.rename(method + ' ' + route);
        span.say("http.route", route);
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : '/' + path.value();
    }
}
