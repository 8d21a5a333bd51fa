package org.roster.contract.roster.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.user.UserPage;
import org.roster.directory.group.GroupService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.MembershipService;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** Who is in a group. */
@Path("v1/groups/{id}/members")
@Tag(name = "groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MembersResource {

    @Inject
    MembershipService memberships;

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists the members of a group")
    @APIResponse(
            responseCode = "200",
            description = "A page of users",
            content = @Content(schema = @Schema(implementation = UserPage.class)))
    public UserPage members(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var group = groups.require(tenantId, groupId(id));
        return UserPage.of(users.find(
                caller, tenantId, UserFilter.inGroup(group.id()), UserSort.CREATED, cursor, Query.limit(limit)));
    }

    @PUT
    @Path("{user}")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(
            summary = "Puts a user into a group",
            description = "Does nothing when the user is in it already. A group with permissions beyond the caller's"
                    + " own is refused.")
    @APIResponse(responseCode = "204", description = "The user is in the group")
    public void join(
            @PathParam("id") String id,
            @PathParam("user") String user,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        memberships.join(caller, tenants.resolve(caller, tenant), groupId(id), userId(user));
    }

    @DELETE
    @Path("{user}")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Operation(
            summary = "Takes a user out of a group",
            description = "Does nothing when the user is not in it. A group with permissions beyond the caller's own is"
                    + " refused.")
    @APIResponse(responseCode = "204", description = "The user is not in the group")
    public void leave(
            @PathParam("id") String id,
            @PathParam("user") String user,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        memberships.leave(caller, tenants.resolve(caller, tenant), groupId(id), userId(user));
    }

    private static UUID groupId(String id) {
        return Query.pathId(id, Reason.GROUP_UNKNOWN);
    }

    private static UUID userId(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }
}
