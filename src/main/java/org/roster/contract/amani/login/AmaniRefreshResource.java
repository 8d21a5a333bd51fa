package org.roster.contract.amani.login;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniContract;
import org.roster.contract.amani.AmaniText;
import org.roster.contract.amani.AmaniTokenError;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.token.GrantRefusal;
import org.roster.token.GrantService;

/** New access tokens for the refresh token of a log-in. */
@Path("amani/api/v2/token/refresh")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniRefreshResource {

    private static final AmaniText TOKEN = AmaniText.upTo(Integer.MAX_VALUE);

    @Inject
    GrantService grants;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Gives a new access token",
            description = "The refresh token stays good for one day after the log-in. A new password, a block and a"
                    + " removal of the user end it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniRefresh.class)))
    @APIResponse(
            responseCode = "200",
            description = "The access token",
            content = @Content(schema = @Schema(implementation = AmaniAccess.class)))
    @APIResponse(
            responseCode = "401",
            description = "The refresh token is not good",
            content = @Content(schema = @Schema(implementation = AmaniTokenError.class)))
    public AmaniAccess refresh(AmaniBody body) {
        body.require("refresh");
        var token = body.text("refresh", TOKEN);
        body.done();
        var client = grants.firstParty(tenants.unauthenticated(exchange.hostTenant()), AmaniContract.NAME);
        try {
            var tokens = grants.renew(client, token.orElse(""), AmaniTokens::profile, AmaniTokens.REFRESH_LIFE);
            return new AmaniAccess(tokens.accessToken());
        } catch (GrantRefusal refusal) {
            throw new FailureException(Failure.of(Failure.Kind.CREDENTIAL_INVALID, "the refresh token is not good"));
        }
    }
}
