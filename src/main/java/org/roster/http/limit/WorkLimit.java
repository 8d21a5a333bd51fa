package org.roster.http.limit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.roster.limit.Shares;

/** Refuses what is more than the node can work on, as soon as it is known in which words. */
@Provider
@PreMatching
@Priority(1)
public class WorkLimit implements ContainerRequestFilter {

    @Inject
    Shares shares;

    @Override
    public void filter(ContainerRequestContext request) {
        shares.check();
    }
}
