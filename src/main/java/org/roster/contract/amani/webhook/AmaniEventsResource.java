package org.roster.contract.amani.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.amani.AmaniRights;
import org.roster.webhook.EventTypes;

/** Which events there are. */
@Path("amani/api/v2/events")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniEventsResource {

    @GET
    @RolesAllowed(AmaniRights.VIEW_WEBHOOK_ENDPOINT)
    @Operation(
            summary = "Lists the names of events",
            description = "What `enabled_events` may hold; there also `user.*` for all of one kind, and `*`.")
    @APIResponse(
            responseCode = "200",
            description = "The names, sorted",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)))
    public List<String> list() {
        return List.copyOf(EventTypes.all());
    }
}
