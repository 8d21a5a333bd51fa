package org.roster.contract.roster.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.mail.Mail;
import org.roster.mail.MailFilter;
import org.roster.mail.MailKind;
import org.roster.mail.MailStatus;
import org.roster.mail.Outbox;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The mails of a tenant: which there were, how they read, and what became of them. */
@Path("v1/mails")
@Tag(name = "mails")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailsResource {

    @Inject
    Outbox outbox;

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    Cursors cursors;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.MAILS_READ)
    @Operation(summary = "Lists mails", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of mails",
            content = @Content(schema = @Schema(implementation = MailPage.class)))
    public MailPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "`QUEUED`, `HELD`, `SENT` or `FAILED`") @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = "Such as `INVITATION`") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Id of a user") @QueryParam("user") @Nullable String user,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var filter = new MailFilter(
                Query.word("status", status, MailStatus.class),
                Query.word("kind", kind, MailKind.class),
                Query.id("user", user));
        var binding = "mails " + tenantId + ' ' + caller.id() + ' ' + filter;
        var before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        int most = Query.limit(limit);
        var read = outbox.find(tenantId, filter, before, most + 1);
        return MailPage.of(
                Page.cut(read, most, mail -> cursors.encode(binding, mail.id().toString())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.MAILS_READ)
    @Operation(summary = "Reads a mail", description = "As it was written, with an ellipsis where the secret stands.")
    @APIResponse(
            responseCode = "200",
            description = "The mail",
            content = @Content(schema = @Schema(implementation = MailBody.class)))
    public MailBody get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var mail = Ids.parse(id).flatMap(known -> outbox.byId(tenantId, known)).orElseThrow(MailsResource::unknown);
        return MailBody.whole(
                mail, maySetPassword(caller, mail) ? outbox.link(mail).orElse(null) : null);
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.MAILS_RETRY)
    @Operation(
            summary = "Tries a mail again now",
            description = "One that was given up, or waits for its next try. What was sent is not sent again.")
    @APIResponse(
            responseCode = "200",
            description = "The mail",
            content = @Content(schema = @Schema(implementation = MailBody.class)))
    public MailBody retry(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        return Ids.parse(id)
                .flatMap(known -> outbox.retry(caller, tenantId, known))
                .map(MailBody::of)
                .orElseThrow(MailsResource::unknown);
    }

    private boolean maySetPassword(Caller caller, Mail mail) {
        var user = mail.userId();
        if (user == null || !caller.holds(Scopes.USERS_UPDATE)) {
            return false;
        }
        try {
            users.requireOutranked(caller, mail.tenantId(), user);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static FailureException unknown() {
        return new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "mail", "there is no such mail"));
    }
}
