package org.roster.contract.ecosys.tenant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.EcosysStream;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;

/** Tenants, to be looked at: the caller's own, or all of them for a platform caller. */
@Path("etc-backend/api/tenants")
@Tag(name = "ecosys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysTenantsResource {

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Lists tenants", description = "Without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "The tenants that the caller may see",
            content = @Content(schema = @Schema(implementation = EcosysTenant.ListReply.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return EcosysStream.list("tenants", cursor -> tenants.find(caller, cursor, Page.MAX), EcosysTenant::of);
    }

    @GET
    @Path("{code}")
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(summary = "Reads a tenant")
    @APIResponse(
            responseCode = "200",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = EcosysTenant.Reply.class)))
    public EcosysTenant.Reply get(@PathParam("code") String code) {
        return EcosysTenant.Reply.of(tenants.require(exchange.requireCaller(), code));
    }
}
