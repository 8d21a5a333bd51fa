package org.roster.contract.roster.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.roster.directory.account.LockOutService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** What wrong passwords have done to an account. That an administrator has locked it is another thing. */
@Path("v1/users/{id}/lock-out")
@Tag(name = "users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LockOutResource {

    @Inject
    LockOutService lockOuts;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Says how often a wrong password was given for a user, and when the next is looked at")
    @APIResponse(
            responseCode = "200",
            description = "How the account stands",
            content = @Content(schema = @Schema(implementation = LockOutBody.class)))
    public LockOutBody get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        return LockOutBody.of(lockOuts.of(tenants.resolve(caller, tenant), Query.pathId(id, Reason.USER_UNKNOWN)));
    }

    @DELETE
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Forgets the wrong passwords, codes and pins that were given for a user",
            description = "A user with rights beyond the caller's cannot be helped so. `accountLocked` is another thing"
                    + " and stays.")
    @APIResponse(responseCode = "204", description = "The next try is looked at")
    public void end(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        lockOuts.end(caller, tenants.resolve(caller, tenant), Query.pathId(id, Reason.USER_UNKNOWN));
    }
}
