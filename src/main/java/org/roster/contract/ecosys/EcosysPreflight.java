package org.roster.contract.ecosys;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.roster.http.Exchange;

/**
 * Answers {@code OPTIONS} at every path of the contract, as the original does before its routing. It names no origin:
 * which pages may call from a browser is for the operator to say.
 */
@Provider
@PreMatching
@Priority(100) // after the router, which names the contract
public class EcosysPreflight implements ContainerRequestFilter {

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request) {
        var contract = exchange.contract();
        // By name: what CDI hands out is a proxy of the interface.
        if (contract != null
                && contract.name().equals(EcosysContract.NAME)
                && request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.abortWith(Response.ok()
                    .header("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
                    .build());
        }
    }
}
