package org.roster.contract.authservice.permission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.Given;
import org.roster.directory.permission.PermissionChange;
import org.roster.directory.permission.PermissionService;
import org.roster.directory.permission.PermissionStatus;
import org.roster.http.Exchange;
import org.roster.http.Limits;

/** The permissions that roles can carry: those of the tenant's own systems, and those that Roster enforces. */
@Path("authservice/api/permissions")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthservicePermissionsResource {

    @Inject
    PermissionService permissions;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Adds a permission", description = "It gives nothing until a role carries it.")
    @APIResponse(
            responseCode = "201",
            description = "The permission",
            content = @Content(schema = @Schema(implementation = AuthservicePermission.class)))
    public Response add(@Valid AuthserviceNewPermission body) {
        var caller = exchange.requireCaller();
        var added = permissions.add(caller, body.toNewPermission(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(AuthservicePermission.of(added))
                .build();
    }

    @GET
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Lists all permissions", description = "In the order of their names.")
    @APIResponse(responseCode = "200", description = "All permissions of the tenant")
    public List<AuthservicePermission> list() {
        return permissions.list(exchange.requireCaller().tenant(), null).stream()
                .map(AuthservicePermission::of)
                .toList();
    }

    @GET
    @Path("search")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Searches permissions")
    @APIResponse(
            responseCode = "200",
            description = "A page of permissions",
            content = @Content(schema = @Schema(implementation = AuthservicePermission.Page.class)))
    public AuthservicePermission.Page search(
            @Parameter(
                            description = "A part of the name, in any letter case",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = AuthservicePaging.PAGE) @QueryParam("page") @Nullable String page,
            @Parameter(description = AuthservicePaging.SIZE) @QueryParam("size") @Nullable String size) {
        var tenant = exchange.requireCaller().tenant();
        var paging = AuthservicePaging.of(page, size);
        var found = permissions.slice(tenant, Given.filter(name), paging.offset(), paging.size());
        return AuthservicePermission.Page.of(
                found.stream().map(AuthservicePermission::of).toList(),
                paging,
                permissions.count(tenant, Given.filter(name)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Reads a permission")
    @APIResponse(
            responseCode = "200",
            description = "The permission",
            content = @Content(schema = @Schema(implementation = AuthservicePermission.class)))
    public AuthservicePermission get(@PathParam("id") String id) {
        return AuthservicePermission.of(
                permissions.require(exchange.requireCaller().tenant(), AuthserviceIds.parse(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Changes a permission", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The permission as it is now",
            content = @Content(schema = @Schema(implementation = AuthservicePermission.class)))
    public AuthservicePermission change(@PathParam("id") String id, @Valid AuthservicePermissionChange body) {
        var caller = exchange.requireCaller();
        return AuthservicePermission.of(
                permissions.change(caller, caller.tenant(), AuthserviceIds.parse(id), body.toChange()));
    }

    @PATCH
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a permission out of use", description = "It gives nothing to anybody any more.")
    @APIResponse(responseCode = "204", description = "The permission is INACTIVO")
    public void deactivate(@PathParam("id") String id) {
        put(id, PermissionStatus.INACTIVE);
    }

    @PATCH
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Puts a permission into use")
    @APIResponse(responseCode = "204", description = "The permission is ACTIVO")
    public void activate(@PathParam("id") String id) {
        put(id, PermissionStatus.ACTIVE);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(
            summary = "Removes a permission",
            description = "One that a role carries, or that Roster enforces, is answered 409.")
    @APIResponse(responseCode = "204", description = "There is no such permission any more")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        permissions.remove(caller, caller.tenant(), AuthserviceIds.parse(id));
    }

    private void put(String id, PermissionStatus status) {
        var caller = exchange.requireCaller();
        permissions.change(caller, caller.tenant(), AuthserviceIds.parse(id), PermissionChange.to(status));
    }
}
