package org.roster.contract.ecosys;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The root of the contract. Every path and method that it does not serve is worded alike by {@link EcosysContract}. */
@Path("etc-backend")
@Tag(name = "ecosys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysStatusResource {

    @GET
    @PermitAll
    @Operation(summary = "Says that the server runs", description = "So does every path and method not listed here.")
    @APIResponse(
            responseCode = "200",
            description = "It runs",
            content = @Content(schema = @Schema(implementation = EcosysStatus.class)))
    public EcosysStatus status() {
        return EcosysStatus.RUNNING;
    }
}
