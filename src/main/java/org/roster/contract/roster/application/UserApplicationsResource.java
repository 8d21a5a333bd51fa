package org.roster.contract.roster.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** The applications that a user is assigned to. */
@Path("v1/users/{id}/applications")
@Tag(name = "users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserApplicationsResource {

    @Inject
    ApplicationService applications;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.APPLICATIONS_READ)
    @Operation(summary = "Lists the applications of a user")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public ApplicationPage applications(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var user = users.require(tenantId, Query.pathId(id, Reason.USER_UNKNOWN));
        return ApplicationPage.of(
                applications.find(caller, tenantId, ApplicationFilter.ofUser(user.id()), cursor, Query.limit(limit)));
    }
}
