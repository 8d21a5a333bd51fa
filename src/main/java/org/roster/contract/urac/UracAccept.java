package org.roster.contract.urac;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.roster.http.Exchange;

/** The original answers in JSON whatever the client says that it accepts. It runs once the contract is chosen. */
@Provider
@PreMatching
@Priority(100)
public class UracAccept implements ContainerRequestFilter {

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request) {
        var contract = exchange.contract();
        if (contract != null && contract.name().equals(UracContract.NAME)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
