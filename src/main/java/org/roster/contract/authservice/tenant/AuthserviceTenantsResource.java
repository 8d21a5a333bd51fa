package org.roster.contract.authservice.tenant;

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
import org.roster.caller.Scopes;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStream;
import org.roster.directory.Field;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantChange;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.tenant.TenantStatus;
import org.roster.http.Exchange;

/**
 * Tenants: the caller's own, or all of them for a platform caller. The contract has no right for this, and its own must not open
 * it, so Roster's are asked for.
 */
@Path("authservice/api/tenants")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceTenantsResource {

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.TENANTS_CREATE)
    @Operation(summary = "Adds a tenant", description = "For platform callers only.")
    @APIResponse(
            responseCode = "201",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = AuthserviceTenant.class)))
    public Response add(@Valid AuthserviceNewTenant body) {
        var added = tenants.add(exchange.requireCaller(), body.toNewTenant());
        return Response.status(Status.CREATED)
                .entity(AuthserviceTenant.of(added))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Lists all tenants", description = "A plain array without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "The tenants that the caller may see, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuthserviceTenant.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AuthserviceStream.array(
                cursor -> tenants.find(caller, cursor, Page.MAX),
                page -> page.stream().map(AuthserviceTenant::of).toList());
    }

    @GET
    @Path("search")
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Pages through tenants")
    @APIResponse(
            responseCode = "200",
            description = "A page of tenants",
            content = @Content(schema = @Schema(implementation = AuthserviceTenant.Page.class)))
    public AuthserviceTenant.Page search(
            @Parameter(description = AuthservicePaging.PAGE) @QueryParam("page") @Nullable String page,
            @Parameter(description = AuthservicePaging.SIZE) @QueryParam("size") @Nullable String size) {
        var caller = exchange.requireCaller();
        var paging = AuthservicePaging.of(page, size);
        var found = tenants.slice(caller, paging.offset(), paging.size());
        return AuthserviceTenant.Page.of(
                found.stream().map(AuthserviceTenant::of).toList(), paging, tenants.count(caller));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Reads a tenant")
    @APIResponse(
            responseCode = "200",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = AuthserviceTenant.class)))
    public AuthserviceTenant get(@PathParam("id") String id) {
        return AuthserviceTenant.of(tenants.require(exchange.requireCaller(), parsed(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Changes a tenant", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant as it is now",
            content = @Content(schema = @Schema(implementation = AuthserviceTenant.class)))
    public AuthserviceTenant change(@PathParam("id") String id, @Valid AuthserviceTenantChange body) {
        var caller = exchange.requireCaller();
        return AuthserviceTenant.of(tenants.change(caller, parsed(id), body.toChange(), null));
    }

    @PATCH
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Takes a tenant out of use", description = "Nobody of it is let in any more.")
    @APIResponse(responseCode = "204", description = "The tenant is INACTIVO")
    public void deactivate(@PathParam("id") String id) {
        put(id, TenantStatus.INACTIVE);
    }

    @PATCH
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Puts a tenant into use")
    @APIResponse(responseCode = "204", description = "The tenant is ACTIVO")
    public void activate(@PathParam("id") String id) {
        put(id, TenantStatus.ACTIVE);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.TENANTS_DELETE)
    @Operation(summary = "Removes a tenant", description = "One that has anything in it is answered 409.")
    @APIResponse(responseCode = "204", description = "There is no such tenant any more")
    public void remove(@PathParam("id") String id) {
        tenants.remove(exchange.requireCaller(), parsed(id), null);
    }

    private void put(String id, TenantStatus status) {
        var change = new TenantChange(Field.absent(), Field.absent(), Field.of(status), Field.absent());
        tenants.change(exchange.requireCaller(), parsed(id), change, null);
    }

    private static String parsed(String id) {
        return AuthserviceIds.parse(id).toString();
    }
}
