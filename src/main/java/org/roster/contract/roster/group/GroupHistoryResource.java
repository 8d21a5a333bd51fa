package org.roster.contract.roster.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.history.Histories;
import org.roster.contract.roster.history.HistoryPage;
import org.roster.directory.tenant.TenantService;
import org.roster.history.HistoryService;
import org.roster.history.RevertService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** What happened to a group, and taking it back. */
@Path("v1/groups")
@Tag(name = "groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GroupHistoryResource {

    @Inject
    Histories histories;

    @Inject
    RevertService reverts;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @Path("{id}/history")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Tells who set what about a group, when, and through which contract",
            description =
                    "From the events about it, also of a group that is gone; the oldest first unless asked otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A page of its history",
            content = @Content(schema = @Schema(implementation = HistoryPage.class)))
    public HistoryPage history(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "`asc` or `desc`") @QueryParam("order") @Nullable String order,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return histories.page(
                HistoryService.GROUP, id, Reason.GROUP_UNKNOWN, new Histories.Asked(tenant, order, limit, cursor));
    }

    @POST
    @Path("{id}/history/{event}/revert")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(
            summary = "Takes back a change of a group",
            description =
                    "Sets what an event has set to what it was before, under the rules of any change, and as an event of its"
                            + " own. What was changed again since is refused with 412.")
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = GroupBody.class)))
    public Response revert(
            @PathParam("id") String id,
            @PathParam("event") String event,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var group = reverts.group(
                caller,
                tenants.resolve(caller, tenant),
                Query.pathId(id, Reason.GROUP_UNKNOWN),
                Query.requiredId("event", event));
        return Response.ok(GroupBody.of(group))
                .tag(Conditional.tag(group.version()))
                .build();
    }
}
