package org.roster.contract.roster.tenant;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Problem;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.RosterContract;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Patch;

/** The tenants: all of them for a platform caller, its own for any other. */
@Path("v1/tenants")
@Tag(name = "tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TenantsResource {

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.TENANTS_CREATE)
    @Operation(summary = "Adds a tenant", description = "Only a platform caller makes tenants.")
    @APIResponse(
            responseCode = "201",
            description = "The tenant, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = TenantBody.class)))
    public Response add(@NotNull @Valid NewTenantBody body) {
        var tenant = tenants.add(exchange.requireCaller(), body.toNewTenant());
        return Response.created(URI.create("/v1/tenants/" + tenant.id()))
                .tag(Conditional.tag(tenant.version()))
                .entity(TenantBody.of(tenant))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(
            summary = "Lists tenants",
            description = "In the order of their making. A caller that is not a platform caller sees its own only.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tenants",
            content = @Content(schema = @Schema(implementation = TenantPage.class)))
    public TenantPage find(
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return TenantPage.of(tenants.find(exchange.requireCaller(), cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Reads a tenant")
    @APIResponse(
            responseCode = "200",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = TenantBody.class)))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @Parameter(description = "Id or code") @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var tenant = tenants.require(exchange.requireCaller(), id);
        var tag = Conditional.tag(tenant.version());
        return Conditional.unchanged(ifNoneMatch, tenant.version())
                ? Response.notModified(tag).build()
                : Response.ok(TenantBody.of(tenant)).tag(tag).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(
            summary = "Changes a tenant",
            description = "A JSON merge patch (RFC 7396). The code stays. Nobody of an inactive tenant is let in; the"
                    + " default tenant stays active.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TenantPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The tenant as it is now",
            content = @Content(schema = @Schema(implementation = TenantBody.class)))
    public Response change(
            @Parameter(description = "Id or code") @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var change = TenantPatchBody.read(Patch.of(body), tenants.require(caller, id));
        var tenant = tenants.change(caller, id, change, Conditional.ifMatch(ifMatch));
        return Response.ok(TenantBody.of(tenant))
                .tag(Conditional.tag(tenant.version()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.TENANTS_DELETE)
    @Operation(
            summary = "Removes a tenant",
            description = "Only a platform caller does, and only a tenant that has no users, groups, applications and"
                    + " API keys any more.")
    @APIResponse(responseCode = "204", description = "The tenant is gone")
    @APIResponse(
            responseCode = "409",
            description = "Something is left in it, or it is the default tenant",
            content =
                    @Content(mediaType = RosterContract.PROBLEM_JSON, schema = @Schema(implementation = Problem.class)))
    public void remove(
            @Parameter(description = "Id or code") @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        tenants.remove(exchange.requireCaller(), id, Conditional.ifMatch(ifMatch));
    }
}
