package org.roster.contract.authservice.role;

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
import jakarta.ws.rs.core.StreamingOutput;
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
import org.roster.contract.authservice.AuthserviceStream;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.http.Limits;

/** The roles of the caller's tenant: its groups. */
@Path("authservice/api/roles")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceRolesResource {

    @Inject
    GroupService groups;

    @Inject
    AuthserviceRoles roles;

    @Inject
    RoleNames names;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(
            summary = "Adds a role",
            description = "One named `ADMIN`, `WRITE_PRIVILEGES` or `READ_PRIVILEGES` carries the permission of its"
                    + " name, which the caller must hold.")
    @APIResponse(
            responseCode = "201",
            description = "The role",
            content = @Content(schema = @Schema(implementation = AuthserviceRole.class)))
    public Response add(@Valid AuthserviceNewRole body) {
        var added = names.add(exchange.requireCaller(), body);
        return Response.status(Status.CREATED).entity(roles.of(added)).build();
    }

    @GET
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Lists all roles", description = "A plain array without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All roles of the tenant, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuthserviceRole.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AuthserviceStream.array(
                cursor -> groups.find(caller, caller.tenant(), GroupFilter.ALL, cursor, Page.MAX),
                page -> roles.of(caller.tenant(), page));
    }

    @GET
    @Path("search")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Searches roles")
    @APIResponse(
            responseCode = "200",
            description = "A page of roles",
            content = @Content(schema = @Schema(implementation = AuthserviceRole.Page.class)))
    public AuthserviceRole.Page search(
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
        var filter = GroupFilter.ALL.withNameContaining(Given.filter(name));
        var found = groups.slice(tenant, filter, paging.offset(), paging.size());
        return AuthserviceRole.Page.of(roles.of(tenant, found), paging, groups.count(tenant, filter));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Reads a role")
    @APIResponse(
            responseCode = "200",
            description = "The role",
            content = @Content(schema = @Schema(implementation = AuthserviceRole.class)))
    public AuthserviceRole get(@PathParam("id") String id) {
        return roles.of(groups.require(exchange.requireCaller().tenant(), AuthserviceIds.parse(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Changes a role", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The role as it is now",
            content = @Content(schema = @Schema(implementation = AuthserviceRole.class)))
    public AuthserviceRole change(@PathParam("id") String id, @Valid AuthserviceRoleChange body) {
        var caller = exchange.requireCaller();
        var present = groups.require(caller.tenant(), AuthserviceIds.parse(id));
        if (body.name() != null) {
            names.checkFree(caller.tenant(), body.name(), present.id());
        }
        var change = body.toChange(present);
        return roles.of(groups.change(caller, caller.tenant(), present.id(), change, present.version()));
    }

    @PATCH
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a role out of use", description = "Its users keep it, without its permissions.")
    @APIResponse(responseCode = "204", description = "The role is INACTIVO")
    public void deactivate(@PathParam("id") String id) {
        put(id, GroupStatus.INACTIVE);
    }

    @PATCH
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Puts a role into use")
    @APIResponse(responseCode = "204", description = "The role is ACTIVO")
    public void activate(@PathParam("id") String id) {
        put(id, GroupStatus.ACTIVE);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Removes a role", description = "Its users lose it.")
    @APIResponse(responseCode = "204", description = "There is no such role any more")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        groups.remove(caller, caller.tenant(), AuthserviceIds.parse(id), null);
    }

    private void put(String id, GroupStatus status) {
        var caller = exchange.requireCaller();
        var change = new GroupChange().status(Field.of(status));
        groups.change(caller, caller.tenant(), AuthserviceIds.parse(id), change, null);
    }
}
