package org.roster.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.roster.system.PublicAddress;

/**
 * Words the failures that the server finds before the application is reached (web.xml sends them here), so that no
 * client ever sees the server's own HTML page.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Contracts contracts;

    @Inject
    transient Exchange exchange;

    @Inject
    transient PublicAddress publicAddress;

    @Inject
    transient ServletAnswer answers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var authorization = request.getHeader("Authorization");
        var route = contracts.route(uri == null ? "/" : uri, request.getHeader("Host"), authorization);
        begin(request, route, authorization != null);
        var failure = status == null
                ? Failure.of(Failure.Kind.NOT_FOUND, "there is nothing at this address")
                : failure(status);
        var worded = route.contract()
                .render(failure.withAuthorization(authorization != null), request.getMethod(), route.path());
        answers.write(worded, response);
    }

    /** A request that the application has never seen gets its id here, so that every answer has one. */
    private void begin(HttpServletRequest request, Route route, boolean authorization) {
        if (exchange.contract() == null) {
            var id = ContractRouter.requestId(request.getHeader(ResponseHeaders.REQUEST_ID));
            exchange.begin(route, id, authorization, publicAddress.url());
        }
    }

    private static Failure failure(int status) {
        return switch (status) {
            case 401 -> Failure.of(Failure.Kind.CREDENTIAL_INVALID, "the credential is not good");
            case 403 -> Failure.of(Failure.Kind.SCOPE_MISSING, "the credential does not allow this");
            case 404 -> Failure.of(Failure.Kind.NOT_FOUND, "there is nothing at this address");
            case 405, 501 -> Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "this address does not take this method");
            case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "the body is too large");
            case 429 -> Failure.of(Failure.Kind.RATE_LIMITED, "too many requests");
            case 408 -> Failure.of(Failure.Kind.TOO_SLOW, "the body did not arrive in time");
            case 431 -> Failure.of(Failure.Kind.HEADERS_TOO_LARGE, "the header is too large");
            case 414 -> Failure.of(Failure.Kind.URI_TOO_LONG, "the address is too long");
            case 503 -> new Failure(Failure.Kind.OVERLOADED, null, null, "not ready yet", List.of(), 5, false);
            default ->
                status < 500
                        ? Failure.of(Failure.Kind.MALFORMED, "the request cannot be read")
                        : Failure.of(Failure.Kind.UNEXPECTED, "something went wrong in the server; it was logged");
        };
    }
}
