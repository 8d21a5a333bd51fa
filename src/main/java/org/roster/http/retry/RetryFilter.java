package org.roster.http.retry;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.retry.DryRunService;
import org.roster.retry.RetryService;
import org.roster.retry.Taken;

/**
 * Looks at a request that came with a key or asks for a dry run, once its caller is let in: an answer of before is repeated
 * only for who may still ask. It runs before anything reads the body.
 */
@Provider
@Priority(Priorities.USER - 100)
public class RetryFilter implements ContainerRequestFilter {

    @Inject
    RetryService retries;

    @Inject
    DryRunService dryRuns;

    @Inject
    Exchange exchange;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var course = Course.of(servlet);
        if (course == null) {
            return;
        }
        if (dry(request)) {
            course.rehearse();
            dryRuns.begin();
            return;
        }
        var keys = request.getHeaders().get(Course.KEY);
        if (keys != null && request.getMethod().equals(HttpMethod.POST)) {
            var key = RetryKey.read(keys).orElseThrow(() -> invalid(Course.KEY, RetryKey.FORM));
            take(request, course, key);
        }
    }

    private void take(ContainerRequestContext request, Course course, String key) throws IOException {
        var taken = retries.take(whose(request), key, RequestParts.of(request));
        if (taken instanceof Taken.Begun begun) {
            course.keep(begun.claim());
        } else if (taken instanceof Taken.Answered answered) {
            course.replay(answered.answer());
            request.abortWith(Response.status(answered.answer().status()).build());
        } else {
            throw new FailureException(failure(taken));
        }
    }

    private static Failure failure(Taken taken) {
        if (taken instanceof Taken.OfAnother) {
            return Failure.of(
                    Failure.Kind.KEY_REUSED, Course.KEY, "the key came with another request before; take a new one");
        }
        return taken instanceof Taken.Running
                ? running()
                : Failure.of(
                        Failure.Kind.KEY_IN_USE,
                        Course.KEY,
                        "the request was answered before, by more than is kept; read what it has made");
    }

    static Failure running() {
        return new Failure(
                Failure.Kind.KEY_IN_USE,
                null,
                Course.KEY,
                "the first request with this key is still being answered",
                List.of(),
                1,
                false);
    }

    private boolean dry(ContainerRequestContext request) {
        var contract = exchange.contract();
        if (contract == null
                || !contract.rehearses(request.getUriInfo().getRequestUri().getPath())) {
            return false;
        }
        var given = request.getUriInfo().getQueryParameters().get(Course.DRY_RUN);
        if (given == null) {
            return false;
        }
        if (given.size() != 1 || !given.get(0).equals("true") && !given.get(0).equals("false")) {
            throw invalid(Course.DRY_RUN, "must be true or false");
        }
        return given.get(0).equals("true");
    }

    /** Whose key it is. Who brings a credential that only the endpoint can read is known by it and by the address. */
    private String whose(ContainerRequestContext request) {
        var caller = exchange.caller();
        var contract = Objects.requireNonNull(exchange.contract()).name();
        if (caller != null) {
            return String.join(
                    "\n", contract, "" + caller.tenant(), "" + caller.kind(), "" + caller.id(), "" + caller.user());
        }
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return String.join(
                "\n", contract, exchange.source().address(), said(exchange.hostTenant()), said(authorization));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static FailureException invalid(String name, String message) {
        return new FailureException(Failure.invalid(List.of(new Failure.Violation(name, message))));
    }
}
