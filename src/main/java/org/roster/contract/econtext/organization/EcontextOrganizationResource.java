package org.roster.contract.econtext.organization;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextPaging;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.contract.econtext.organization.EcontextOrganization.EcontextOneOrganization;
import org.roster.contract.econtext.user.EcontextUser.EcontextUsersReply;
import org.roster.contract.econtext.user.EcontextUserPages;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.UserFilter;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** One organization: creating, reading, changing and deleting it, and its users. */
@Path("econtext/api/organizations/organization")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextOrganizationResource {

    @Inject
    TenantService tenants;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.TENANTS_CREATE)
    @Operation(summary = "Creates an organization", description = "Only a platform caller does. Status 200.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextNewOrganization.class)))
    @APIResponse(responseCode = "200", description = "The organization")
    public EcontextReply<EcontextOneOrganization> add(@Nullable JsonNode tree) {
        var wish = EcontextNewOrganization.read(EcontextBody.of(tree));
        return reply(tenants.add(exchange.requireCaller(), wish));
    }

    @GET
    @Path("{orgid}")
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Reads an organization")
    @APIResponse(responseCode = "200", description = "The organization")
    public EcontextReply<EcontextOneOrganization> get(@PathParam("orgid") String id) {
        return reply(require(id));
    }

    @PUT
    @Path("{orgid}")
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Changes an organization", description = "Only what is given.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = EcontextOrganizationChange.class)))
    @APIResponse(responseCode = "200", description = "The organization as it is now")
    public EcontextReply<EcontextOneOrganization> change(@PathParam("orgid") String id, @Nullable JsonNode tree) {
        var tenant = require(id);
        var change = EcontextOrganizationChange.read(EcontextBody.of(tree), tenant);
        return reply(tenants.change(exchange.requireCaller(), tenant.id().toString(), change, null));
    }

    @DELETE
    @Path("{orgid}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.TENANTS_DELETE)
    @Operation(
            summary = "Deletes an organization",
            description = "Only a platform caller does. It must be DISABLED and have nothing in it.")
    @APIResponse(responseCode = "200", description = "The organization is gone")
    public EcontextReply<EcontextDeleted> remove(@PathParam("orgid") String id) {
        var tenant = require(id);
        if (tenant.active()) {
            throw EcontextRefusal.conflict("Organization must be disabled before deletion is possible");
        }
        tenants.remove(exchange.requireCaller(), tenant.id().toString(), tenant.version());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }

    @GET
    @Path("{orgid}/users")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists the users of an organization", description = "In the order of their making.")
    @APIResponse(
            responseCode = "200",
            description = "The users; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextUsersReply.class)))
    public StreamingOutput users(
            @PathParam("orgid") String id,
            @Parameter(description = EcontextPaging.MINIMAL) @QueryParam("minimal") @Nullable String minimal) {
        return pages.stream(require(id).id(), UserFilter.ALL, EcontextPaging.minimal(minimal));
    }

    /** By id alone; the directory would take a code as well. */
    private Tenant require(String id) {
        return Ids.parse(id)
                .map(known -> tenants.require(exchange.requireCaller(), known.toString()))
                .orElseThrow(() -> new Refusal(Reason.TENANT_UNKNOWN, "id", "there is no such tenant"));
    }

    private EcontextReply<EcontextOneOrganization> reply(Tenant tenant) {
        var wire = EcontextOrganization.of(tenant, EcontextLinks.of(exchange));
        return EcontextReply.of(new EcontextOneOrganization(wire), exchange);
    }
}
