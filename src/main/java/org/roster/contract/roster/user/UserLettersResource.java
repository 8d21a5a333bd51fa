package org.roster.contract.roster.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.roster.directory.account.AccountMailService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** Steps of an account that an administrator begins and the person ends, by the link of a mail. */
@Path("v1/users")
@Tag(name = "users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserLettersResource {

    @Inject
    AccountMailService letters;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @Path("{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Invites a user again",
            description = "For a user with the status `PENDING_NEW`. The invitations of before are void.")
    @APIResponse(
            responseCode = "202",
            description = "The mail is on its way",
            content = @Content(schema = @Schema(implementation = MailedBody.class)))
    public Response invite(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return mailed(letters.invite(exchange.requireCaller(), tenant(tenant), user(id)));
    }

    @POST
    @Path("{id}/verification")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Asks a user to prove the e-mail address",
            description = "Who follows the link becomes `ACTIVE`, with `emailVerified`.")
    @APIResponse(
            responseCode = "202",
            description = "The mail is on its way",
            content = @Content(schema = @Schema(implementation = MailedBody.class)))
    public Response verify(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return mailed(letters.askForProof(exchange.requireCaller(), tenant(tenant), user(id)));
    }

    @POST
    @Path("{id}/password-reset")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Lets a user choose a new password",
            description = "The present password stays good until then; set `resetPassword` to keep it from logging in.")
    @APIResponse(
            responseCode = "202",
            description = "The mail is on its way",
            content = @Content(schema = @Schema(implementation = MailedBody.class)))
    public Response reset(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return mailed(letters.reset(exchange.requireCaller(), tenant(tenant), user(id)));
    }

    @POST
    @Path("{id}/email-change")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Asks at a new e-mail address whether it is the user's",
            description = "Once confirmed it takes the place of the present one, whose owner is told.")
    @APIResponse(
            responseCode = "202",
            description = "The mail is on its way",
            content = @Content(schema = @Schema(implementation = MailedBody.class)))
    public Response changeEmail(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @NotNull @Valid NewEmailBody body) {
        return mailed(letters.changeEmail(exchange.requireCaller(), tenant(tenant), user(id), body.email()));
    }

    private UUID tenant(@Nullable String tenant) {
        return tenants.resolve(exchange.requireCaller(), tenant);
    }

    private static UUID user(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }

    private static Response mailed(UUID mail) {
        return Response.accepted(new MailedBody(mail)).build();
    }
}
