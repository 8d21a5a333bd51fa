package org.roster.contract.econtext.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextStream;
import org.roster.contract.econtext.application.EcontextApplication.EcontextApplicationsReply;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.http.Exchange;

/** The applications of the caller's tenant. */
@Path("econtext/api/applications")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextApplicationsResource {

    @Inject
    ApplicationService applications;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.APPLICATIONS_READ)
    @Operation(summary = "Lists all applications", description = "In the order of their making.")
    @APIResponse(
            responseCode = "200",
            description = "The applications; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextApplicationsReply.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        var links = EcontextLinks.of(exchange);
        return EcontextStream.list("applications", exchange, cursor -> applications
                .find(caller, caller.tenant(), ApplicationFilter.ALL, cursor, EcontextStream.PAGE)
                .map(application -> EcontextApplication.of(application, links)));
    }
}
