package org.roster.contract.roster.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.mail.MailKind;
import org.roster.mail.MailTemplates;

/** What a tenant's mails say. */
@Path("v1/mail-templates")
@Tag(name = "mails")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailTemplatesResource {

    @Inject
    MailTemplates templates;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.MAIL_TEMPLATES_READ)
    @Operation(summary = "Lists templates", description = "Roster's own, with the tenant's in their place.")
    @APIResponse(
            responseCode = "200",
            description = "The templates",
            content = @Content(schema = @Schema(implementation = MailTemplateList.class)))
    public MailTemplateList list(@Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return new MailTemplateList(
                templates.all(tenant(tenant)).stream().map(MailTemplateBody::of).toList());
    }

    @GET
    @Path("{kind}/{locale}")
    @RolesAllowed(Scopes.MAIL_TEMPLATES_READ)
    @Operation(summary = "Reads a template")
    @APIResponse(
            responseCode = "200",
            description = "The template that holds",
            content = @Content(schema = @Schema(implementation = MailTemplateBody.class)))
    public MailTemplateBody get(
            @PathParam("kind") String kind,
            @PathParam("locale") String locale,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return MailTemplateBody.of(templates.of(tenant(tenant), kind(kind), locale));
    }

    @PUT
    @Path("{kind}/{locale}")
    @RolesAllowed(Scopes.MAIL_TEMPLATES_UPDATE)
    @Operation(
            summary = "Puts a template of the tenant's own in place",
            description = "It must be one that can be filled, and must show the link or the pin that the mail brings.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = MailTemplateBody.class)))
    public MailTemplateBody put(
            @PathParam("kind") String kind,
            @PathParam("locale") String locale,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @NotNull @Valid WordingBody body) {
        return MailTemplateBody.of(
                templates.put(exchange.requireCaller(), tenant(tenant), kind(kind), locale, body.toWording()));
    }

    @DELETE
    @Path("{kind}/{locale}")
    @RolesAllowed(Scopes.MAIL_TEMPLATES_UPDATE)
    @Operation(summary = "Lets Roster's own template hold again")
    @APIResponse(responseCode = "204", description = "The tenant has none of its own")
    public void remove(
            @PathParam("kind") String kind,
            @PathParam("locale") String locale,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        templates.remove(exchange.requireCaller(), tenant(tenant), kind(kind), locale);
    }

    @POST
    @Path("{kind}/{locale}/preview")
    @RolesAllowed(Scopes.MAIL_TEMPLATES_READ)
    @Operation(summary = "Shows how a mail would read", description = "By the template in the body. Nothing is stored.")
    @APIResponse(
            responseCode = "200",
            description = "The mail, with sample values",
            content = @Content(schema = @Schema(implementation = WordingBody.class)))
    public WordingBody preview(
            @PathParam("kind") String kind, @PathParam("locale") String locale, @NotNull @Valid WordingBody body) {
        return WordingBody.of(templates.preview(kind(kind), locale, body.toWording()));
    }

    private UUID tenant(@Nullable String tenant) {
        return tenants.resolve(exchange.requireCaller(), tenant);
    }

    private static MailKind kind(String kind) {
        return Objects.requireNonNull(Query.word("kind", kind, MailKind.class));
    }
}
