package org.roster.contract.roster.application;

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
import org.roster.directory.application.ApplicationService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.MembershipService;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** Who is assigned to an application. */
@Path("v1/applications/{id}/users")
@Tag(name = "applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AssignmentsResource {

    @Inject
    MembershipService memberships;

    @Inject
    ApplicationService applications;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists the users of an application")
    @APIResponse(
            responseCode = "200",
            description = "A page of users",
            content = @Content(schema = @Schema(implementation = UserPage.class)))
    public UserPage users(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var application = applications.require(tenantId, applicationId(id));
        return UserPage.of(users.find(
                caller,
                tenantId,
                UserFilter.assignedTo(application.id()),
                UserSort.CREATED,
                cursor,
                Query.limit(limit)));
    }

    @PUT
    @Path("{user}")
    @RolesAllowed(Scopes.APPLICATIONS_UPDATE)
    @Operation(
            summary = "Assigns a user to an application",
            description = "Does nothing when the user is assigned already.")
    @APIResponse(responseCode = "204", description = "The user is assigned")
    public void assign(
            @PathParam("id") String id,
            @PathParam("user") String user,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        memberships.assign(caller, tenants.resolve(caller, tenant), applicationId(id), userId(user));
    }

    @DELETE
    @Path("{user}")
    @RolesAllowed(Scopes.APPLICATIONS_UPDATE)
    @Operation(summary = "Ends the assignment of a user", description = "Does nothing when the user is not assigned.")
    @APIResponse(responseCode = "204", description = "The user is not assigned")
    public void unassign(
            @PathParam("id") String id,
            @PathParam("user") String user,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        memberships.unassign(caller, tenants.resolve(caller, tenant), applicationId(id), userId(user));
    }

    private static UUID applicationId(String id) {
        return Query.pathId(id, Reason.APPLICATION_UNKNOWN);
    }

    private static UUID userId(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }
}
