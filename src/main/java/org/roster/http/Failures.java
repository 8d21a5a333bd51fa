package org.roster.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.roster.limit.RateLimits;
import org.roster.tally.Tally;

/** Has the current contract word a failure, and leaves one line of JSON in the log for it (ASVS 16.4.1). */
@ApplicationScoped
public class Failures {

    private static final System.Logger LOG = System.getLogger("roster.refusal");

    @Inject
    Contracts contracts;

    @Inject
    Exchange exchange;

    @Inject
    AccessRefusals accessRefusals;

    @Inject
    RateLimits rates;

    @Inject
    Tally tally;

    /** Words a failure of a request that reached the application. */
    public Response render(Failure found, @Nullable String method, @Nullable String path) {
        var failure = limited(found);
        var contract = exchange.contract();
        var address = path == null ? "/" : path.startsWith("/") ? path : '/' + path;
        var words = contract == null ? contracts.route(address, null, null).contract() : contract;
        var response = words.render(
                failure.withAuthorization(exchange.authorization()), method == null ? "" : method, address);
        exchange.failed(failure);
        tally.refusal(
                failure.reason() == null
                        ? failure.kind().name()
                        : failure.reason().name());
        var caller = exchange.caller();
        if (caller != null) {
            accessRefusals.tell(caller, exchange.source().address(), failure, method == null ? "" : method);
        }
        log(failure, words, response.getStatus(), method, path);
        return response;
    }

    /** What fails before anybody could be known is taken out of what its address may ask for. */
    private Failure limited(Failure failure) {
        if (exchange.caller() != null
                || failure.kind() == Failure.Kind.OVERLOADED
                || !exchange.allowances().isEmpty()) {
            return failure;
        }
        var left = rates.take(exchange.source().address());
        exchange.allowed(left);
        return left.stream()
                .filter(one -> !one.granted())
                .findFirst()
                .map(over -> Failure.of(over.refusal()))
                .orElse(failure);
    }

    private void log(Failure failure, Contract contract, int status, @Nullable String method, @Nullable String path) {
        if (!LOG.isLoggable(System.Logger.Level.INFO)) {
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("event", "refused");
        line.put("status", status);
        line.put("kind", failure.kind());
        if (failure.reason() != null) {
            line.put("reason", failure.reason());
        }
        line.put("contract", contract.name());
        line.put("requestId", exchange.requestId());
        line.put("method", method == null ? "" : method);
        // The path without its query, where careless clients put secrets.
        var shown = path == null ? "" : contract.loggable(path.startsWith("/") ? path : '/' + path);
        line.put("path", shown.length() > 256 ? shown.substring(0, 256) : shown);
        var caller = exchange.caller();
        if (caller != null) {
            line.put("caller", caller.name());
            line.put("tenant", caller.tenant());
        }
        LOG.log(System.Logger.Level.INFO, LogLine.json(line));
    }
}
