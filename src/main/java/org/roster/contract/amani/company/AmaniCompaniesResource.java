package org.roster.contract.amani.company;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.contract.amani.AmaniText;
import org.roster.directory.Field;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantChange;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The companies that the caller may see: its own, or all of them for whoever runs the platform. */
@Path("amani/api/v2/company")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniCompaniesResource {

    private static final AmaniText NAME = AmaniText.upTo(128);
    private static final AmaniText DESCRIPTION = AmaniText.optional(1000);

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_COMPANY)
    @Operation(summary = "Lists companies", description = "The caller's own, or all for whoever runs the platform.")
    @APIResponse(
            responseCode = "200",
            description = "The companies",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniCompany.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AmaniStream.all(
                cursor -> tenants.find(caller, cursor, Page.MAX),
                page -> page.stream().map(AmaniCompany::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_COMPANY)
    @Operation(summary = "Reads a company")
    @APIResponse(
            responseCode = "200",
            description = "The company",
            content = @Content(schema = @Schema(implementation = AmaniCompany.class)))
    public AmaniCompany get(@PathParam("id") String id) {
        return AmaniCompany.of(tenants.require(exchange.requireCaller(), checked(id)));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_COMPANY)
    @Operation(summary = "Changes a company's name and description")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniCompanyChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The company as it is now",
            content = @Content(schema = @Schema(implementation = AmaniCompany.class)))
    public AmaniCompany change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var tenant = tenants.require(caller, checked(id));
        var name = body.text("name", NAME);
        var description = body.text("description", DESCRIPTION);
        body.done();
        var change = new TenantChange(name, description, Field.absent(), Field.absent());
        return AmaniCompany.of(tenants.change(caller, tenant.id().toString(), change, null));
    }

    /** Only ids are taken here: a code is a name and may change its owner. */
    private static String checked(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new Refusal(Reason.TENANT_UNKNOWN, "id", "there is no such company"))
                .toString();
    }
}
