package org.roster.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.FailedWrite;
import org.roster.persistence.Violations;
import org.roster.refusal.Refusal;

/**
 * The last resort: what nobody foresaw becomes the contract's own answer to a fault, without a word of internals, and
 * one entry with its stack trace in the log (ASVS 16.5.4). Errors of the JVM end here too.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Inject
    Failures failures;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Override
    public Response toResponse(Throwable exception) {
        return failures.render(failure(exception), request.getMethod(), uri.getPath());
    }

    static Failure failure(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailureException found) {
                return found.failure();
            }
            if (cause instanceof Refusal refusal) {
                return Failure.of(refusal);
            }
            if (cause instanceof URISyntaxException) {
                // Not logged: the message holds the whole address, and its query perhaps a secret.
                return Failure.of(Failure.Kind.MALFORMED, "the address holds what no address may hold (RFC 3986)");
            }
            if (cause instanceof SocketTimeoutException && !Violations.unreachable(exception)) {
                return Failure.of(Failure.Kind.TOO_SLOW, "the body did not arrive in time");
            }
        }
        if (Violations.unreachable(exception) || exception instanceof TimeoutException) {
            LOG.log(System.Logger.Level.WARNING, "the database does not answer: {0}", Violations.cause(exception));
            return new Failure(Failure.Kind.OVERLOADED, null, null, FailedWrite.AWAY, List.of(), 5, false);
        }
        return unexpected(exception);
    }

    static Failure unexpected(@Nullable Throwable exception) {
        LOG.log(System.Logger.Level.ERROR, "an unexpected failure", exception);
        return Failure.of(Failure.Kind.UNEXPECTED, "something went wrong in the server; it was logged");
    }
}
