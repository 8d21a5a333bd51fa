package org.roster.http.retry;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.Failures;
import org.roster.http.Rehearsal;
import org.roster.http.RequestTrace;
import org.roster.http.ServletAnswer;
import org.roster.http.limit.Pauses;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.retry.Answer;
import org.roster.retry.Answer.Header;
import org.roster.retry.DryRunService;
import org.roster.retry.RetryService;
import org.roster.tally.Tally;

/**
 * Stands around everything, so that nothing that a request has opened stays open behind it. An answer to a request with a key
 * is held until it is written down with the changes; what a dry run has done is taken back.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SettlingFilter implements Filter {

    /** What the directory refuses now and perhaps not the next time, to the same request. */
    private static final Set<Reason> PASSING = EnumSet.of(
            Reason.TENANT_FOREIGN,
            Reason.RIGHTS_EXCEEDED,
            Reason.PASSWORD_WRONG,
            Reason.VERSION_STALE,
            Reason.RATE_LIMITED,
            Reason.OVERLOADED,
            Reason.UNAVAILABLE);

    private static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    RetryService retries;

    @Inject
    DryRunService dryRuns;

    @Inject
    Exchange exchange;

    @Inject
    Failures failures;

    @Inject
    ServletAnswer answers;

    @Inject
    Pauses pauses;

    @Inject
    RequestTrace trace;

    @Inject
    Tally tally;

    @Override
    public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR; // when something is thrown
        var span = trace.begin((HttpServletRequest) any);
        try {
            answer((HttpServletRequest) any, response, chain);
            status = ((HttpServletResponse) response).getStatus();
            pauses.begin(any, response);
        } finally {
            var contract = exchange.contract();
            tally.request(contract == null ? "none" : contract.name(), status, System.nanoTime() - began);
            trace.end(span, status);
        }
    }

    private void answer(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var course = Course.begin(request);
        if (course == null) {
            chain.doFilter(request, response);
            return;
        }
        var held = new HeldResponse((HttpServletResponse) response);
        try {
            chain.doFilter(request, held);
            settle(course, request, held);
        } finally {
            end(course);
        }
    }

    private void settle(Course course, HttpServletRequest request, HeldResponse held) throws IOException {
        try {
            switch (course.kind()) {
                case PLAIN -> held.release();
                case KEPT -> keep(course, request, held);
                case REPLAYED -> replay(course.replay(), original(held));
                case REHEARSED -> rehearse(held);
            }
        } catch (Refusal refusal) {
            refuse(Failure.of(refusal), request, held);
        }
    }

    private void keep(Course course, HttpServletRequest request, HeldResponse held) throws IOException {
        var failure = exchange.failure();
        var claim = course.claim();
        course.settled();
        if (held.error() || !kept(held.getStatus(), failure)) {
            retries.release(claim, !held.error() && held.getStatus() < 500);
        } else if (!retries.keep(claim, failure != null, held.answer())) {
            refuse(RetryFilter.running(), request, held);
            return;
        }
        held.release();
    }

    /**
     * Which answers are repeated: those that say that something was done, and the directory's refusals. What may be different the
     * next time though the request is the same, because of who asks, when, or by a fault, is answered anew; so is what was not
     * even begun, so that a request can be put right under its key.
     */
    static boolean kept(int status, @Nullable Failure failure) {
        if (failure == null) {
            return status < 400;
        }
        var reason = failure.reason();
        if (reason == null) {
            return false;
        }
        return status < 500 && !PASSING.contains(reason);
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        var seen = new HashSet<String>();
        for (Header header : answer.headers()) {
            if (header.name().equals("Content-Type")) {
                response.setContentType(header.value());
            } else if (seen.add(header.name())) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        }
        response.setHeader(REPLAYED, "true");
        HeldResponse.send(response, answer.body());
    }

    private void rehearse(HeldResponse held) throws IOException {
        if (held.error() || held.getStatus() >= 400) {
            held.release();
            return;
        }
        var heard = dryRuns.heard();
        dryRuns.end();
        var headers = new LinkedHashMap<String, String>();
        for (var name : new String[] {"Location", "ETag"}) {
            if (held.getHeader(name) != null) {
                headers.put(name, held.getHeader(name));
            }
        }
        var rehearsal = new Rehearsal(held.getStatus(), headers, held.body(), heard.changes(), heard.consequences());
        var contract = Objects.requireNonNull(exchange.contract());
        held.reset();
        answers.write(Response.ok(contract.rehearsed(rehearsal)).build(), original(held));
    }

    private void refuse(Failure failure, HttpServletRequest request, HeldResponse held) throws IOException {
        held.reset();
        pauses.cancel(request);
        answers.write(failures.render(failure, request.getMethod(), request.getRequestURI()), original(held));
    }

    private void end(Course course) {
        switch (course.kind()) {
            case KEPT -> retries.release(course.claim(), false); // something was thrown
            case REHEARSED -> dryRuns.end();
            case PLAIN, REPLAYED -> retries.end();
        }
    }

    private static HttpServletResponse original(HeldResponse held) {
        return (HttpServletResponse) held.getResponse();
    }
}
