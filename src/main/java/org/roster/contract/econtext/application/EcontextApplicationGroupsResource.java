package org.roster.contract.econtext.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextStream;
import org.roster.contract.econtext.group.EcontextGroup;
import org.roster.contract.econtext.group.EcontextGroup.EcontextGroupsReply;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.http.Exchange;

/** The groups of an application. */
@Path("econtext/api/applications/application/{appid}/groups")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextApplicationGroupsResource {

    @Inject
    GroupService groups;

    @Inject
    EcontextReferences references;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Lists the groups of an application", description = "In the order of their making.")
    @APIResponse(
            responseCode = "200",
            description = "The groups; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextGroupsReply.class)))
    public StreamingOutput groups(@PathParam("appid") String id) {
        var caller = exchange.requireCaller();
        var links = EcontextLinks.of(exchange);
        var filter = GroupFilter.ofApplication(
                references.application(caller.tenant(), id).id());
        return EcontextStream.list(
                "groups", exchange, cursor -> groups.find(caller, caller.tenant(), filter, cursor, EcontextStream.PAGE)
                        .map(group -> EcontextGroup.of(group, links)));
    }
}
