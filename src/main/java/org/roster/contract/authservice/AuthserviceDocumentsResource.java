package org.roster.contract.authservice;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.http.Exchange;
import org.roster.http.openapi.Publication;

/** Where the original has its documentation there is a way to Roster's. */
@Path("authservice")
@Tag(name = "authservice")
@Produces(MediaType.WILDCARD)
@ApplicationScoped
public class AuthserviceDocumentsResource {

    @Inject
    Exchange exchange;

    @Inject
    Publication publication;

    @GET
    @Path("v3/api-docs")
    @PermitAll
    @Operation(summary = "Leads to the OpenAPI document")
    @APIResponse(responseCode = "200", description = "The document, after the redirection")
    @APIResponse(responseCode = "302", description = "To `/openapi?format=json`")
    public Response document() {
        return to("/openapi?format=json");
    }

    @GET
    @Path("swagger-ui.html")
    @PermitAll
    @Operation(summary = "Leads to Swagger UI")
    @APIResponse(responseCode = "200", description = "The page, after the redirection")
    @APIResponse(responseCode = "302", description = "To `/openapi/ui`")
    public Response page() {
        return to("/openapi/ui");
    }

    private Response to(String path) {
        if (!publication.open()) {
            throw new NotFoundException();
        }
        return Response.status(Status.FOUND)
                .location(URI.create(exchange.origin() + path))
                .build();
    }
}
