package org.roster.contract.roster.group;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.history.AsOf;
import org.roster.contract.roster.history.GroupAtBody;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Limits;
import org.roster.http.Patch;
import org.roster.refusal.Reason;

/** The groups of a tenant. Who is in them is {@link MembersResource}'s. */
@Path("v1/groups")
@Tag(name = "groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GroupsResource {

    @Inject
    GroupService groups;

    @Inject
    AsOf past;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.GROUPS_CREATE)
    @Operation(summary = "Adds a group", description = "Permissions that the caller does not hold are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The group, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = GroupBody.class)))
    public Response add(@NotNull @Valid NewGroupBody body) {
        var caller = exchange.requireCaller();
        var group = groups.add(caller, body.toNewGroup(tenants.resolve(caller, body.tenant())));
        return Response.created(URI.create("/v1/groups/" + group.id()))
                .tag(Conditional.tag(group.version()))
                .entity(GroupBody.of(group))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(summary = "Lists groups", description = "In the order of their making, a page at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of groups",
            content = @Content(schema = @Schema(implementation = GroupPage.class)))
    public GroupPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("code")
                    @Nullable
                    String code,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = "Id of an application") @QueryParam("application") @Nullable String application,
            @Parameter(description = "Id of a member") @QueryParam("user") @Nullable String user,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new GroupFilter(
                Query.filter("code", code),
                Query.filter("name", name),
                Query.id("application", application),
                Query.id("user", user),
                null);
        return GroupPage.of(groups.find(caller, tenants.resolve(caller, tenant), filter, cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.GROUPS_READ)
    @Operation(
            summary = "Reads a group",
            description =
                    "As it is, or with `as_of` as it was at a moment, also when it is gone since; that needs the scope"
                            + " `events:read` as well.")
    @APIResponse(
            responseCode = "200",
            description = "The group, or with `as_of` what is known of it at that moment",
            content = @Content(schema = @Schema(oneOf = {GroupBody.class, GroupAtBody.class})))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = AsOf.MOMENT) @QueryParam("as_of") @Nullable String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        if (asOf != null) {
            var caller = exchange.requireCaller();
            return Response.ok(past.group(caller, tenants.resolve(caller, tenant), groupId(id), asOf))
                    .build();
        }
        var group = groups.require(tenants.resolve(exchange.requireCaller(), tenant), groupId(id));
        var tag = Conditional.tag(group.version());
        return Conditional.unchanged(ifNoneMatch, group.version())
                ? Response.notModified(tag).build()
                : Response.ok(GroupBody.of(group)).tag(tag).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(
            summary = "Changes a group",
            description = "A JSON merge patch (RFC 7396). A caller that does not hold all of the group's permissions,"
                    + " old and new, cannot change it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GroupPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = GroupBody.class)))
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var present = groups.require(tenantId, groupId(id));
        var change = GroupPatchBody.read(Patch.of(body), present);
        var group = groups.change(caller, tenantId, present.id(), change, Conditional.ifMatch(ifMatch));
        return Response.ok(GroupBody.of(group))
                .tag(Conditional.tag(group.version()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.GROUPS_DELETE)
    @Operation(summary = "Removes a group", description = "Its members stay, without its permissions.")
    @APIResponse(responseCode = "204", description = "The group is gone")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var caller = exchange.requireCaller();
        groups.remove(caller, tenants.resolve(caller, tenant), groupId(id), Conditional.ifMatch(ifMatch));
    }

    private static UUID groupId(String id) {
        return Query.pathId(id, Reason.GROUP_UNKNOWN);
    }
}
