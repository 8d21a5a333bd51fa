package org.roster.contract.authservice.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.authservice.AuthserviceError;
import org.roster.contract.authservice.AuthserviceErrors;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.AuthserviceWords;
import org.roster.directory.user.MembershipService;
import org.roster.http.Exchange;

/** Which roles a user has. Nobody gives or takes a role that carries more than they hold. */
@Path("authservice/api/users/{id}/roles/{roleId}")
@Tag(name = "authservice")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceUserRolesResource {

    @Inject
    MembershipService memberships;

    @Inject
    AuthserviceErrors errors;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Gives a user a role")
    @APIResponse(responseCode = "204", description = "The user has the role")
    @APIResponse(
            responseCode = "409",
            description = "The user had it already",
            content = @Content(schema = @Schema(implementation = AuthserviceError.class)))
    public Response give(@PathParam("id") String id, @PathParam("roleId") String roleId) {
        var caller = exchange.requireCaller();
        boolean given =
                memberships.join(caller, caller.tenant(), AuthserviceIds.parse(roleId), AuthserviceIds.parse(id));
        return given ? Response.noContent().build() : errors.answer(Status.CONFLICT, AuthserviceWords.ROLE_ASSIGNED);
    }

    @DELETE
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a role from a user")
    @APIResponse(responseCode = "204", description = "The user does not have the role any more")
    @APIResponse(
            responseCode = "409",
            description = "The user did not have it",
            content = @Content(schema = @Schema(implementation = AuthserviceError.class)))
    public Response take(@PathParam("id") String id, @PathParam("roleId") String roleId) {
        var caller = exchange.requireCaller();
        boolean taken =
                memberships.leave(caller, caller.tenant(), AuthserviceIds.parse(roleId), AuthserviceIds.parse(id));
        return taken
                ? Response.noContent().build()
                : errors.answer(Status.CONFLICT, AuthserviceWords.ROLE_NOT_ASSIGNED);
    }
}
