package org.roster.http.limit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import org.roster.http.Exchange;
import org.roster.limit.Allowance;

/** Tells what is left (draft-ietf-httpapi-ratelimit-headers-10). */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class AllowanceHeaders implements ContainerResponseFilter {

    static final String LIMIT = "RateLimit";
    static final String POLICY = "RateLimit-Policy";

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var allowances = exchange.allowances();
        if (!allowances.isEmpty()) {
            response.getHeaders()
                    .putSingle(
                            POLICY,
                            allowances.stream().map(Allowance::policyItem).collect(Collectors.joining(", ")));
            response.getHeaders()
                    .putSingle(LIMIT, allowances.stream().map(Allowance::item).collect(Collectors.joining(", ")));
        }
    }
}
