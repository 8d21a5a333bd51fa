package org.roster.contract.authservice.role;

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
import org.roster.directory.group.GroupService;
import org.roster.directory.permission.PermissionService;
import org.roster.http.Exchange;

/** Which permissions a role carries. Nobody gives what they do not hold, nor touches a role that carries more than that. */
@Path("authservice/api/roles/{id}/permissions/{permissionId}")
@Tag(name = "authservice")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceRolePermissionsResource {

    @Inject
    GroupService groups;

    @Inject
    PermissionService permissions;

    @Inject
    AuthserviceErrors errors;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Gives a role a permission")
    @APIResponse(responseCode = "204", description = "The role carries the permission")
    @APIResponse(
            responseCode = "409",
            description = "The role carried it already",
            content = @Content(schema = @Schema(implementation = AuthserviceError.class)))
    public Response give(@PathParam("id") String id, @PathParam("permissionId") String permissionId) {
        var caller = exchange.requireCaller();
        var role = groups.require(caller.tenant(), AuthserviceIds.parse(id));
        var permission = permissions.require(caller.tenant(), AuthserviceIds.parse(permissionId));
        return groups.give(caller, caller.tenant(), role.id(), permission.name())
                ? Response.noContent().build()
                : errors.answer(Status.CONFLICT, AuthserviceWords.PERMISSION_ASSIGNED);
    }

    @DELETE
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a permission from a role")
    @APIResponse(responseCode = "204", description = "The role does not carry the permission any more")
    @APIResponse(
            responseCode = "409",
            description = "The role did not carry it",
            content = @Content(schema = @Schema(implementation = AuthserviceError.class)))
    public Response take(@PathParam("id") String id, @PathParam("permissionId") String permissionId) {
        var caller = exchange.requireCaller();
        var role = groups.require(caller.tenant(), AuthserviceIds.parse(id));
        var permission = permissions.require(caller.tenant(), AuthserviceIds.parse(permissionId));
        return groups.take(caller, caller.tenant(), role.id(), permission.name())
                ? Response.noContent().build()
                : errors.answer(Status.CONFLICT, AuthserviceWords.PERMISSION_NOT_ASSIGNED);
    }
}
