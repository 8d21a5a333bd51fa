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
import org.roster.contract.amani.AmaniDetail;
import org.roster.contract.amani.AmaniText;
import org.roster.contract.amani.user.AmaniUsers;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.SignInService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.token.GrantService;

/** Logging in with an e-mail address and a password. */
@Path("amani/api/v2/user/login")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniLoginResource {

    private static final AmaniText NAME = AmaniText.upTo(Integer.MAX_VALUE);
    private static final AmaniText PASSWORD = AmaniText.password(0, Integer.MAX_VALUE);

    @Inject
    SignInService signIn;

    @Inject
    TenantService tenants;

    @Inject
    GrantService grants;

    @Inject
    AmaniUsers users;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Logs in",
            description = "An unknown name, a wrong password and an account that may not log in are one answer. The"
                    + " company is the one that the host name stands for, else the default one.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AmaniCredentials.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = AmaniCredentials.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                        schema = @Schema(implementation = AmaniCredentials.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "Who has logged in, and the tokens",
            content = @Content(schema = @Schema(implementation = AmaniLogin.class)))
    @APIResponse(
            responseCode = "401",
            description = "No active account has this name and password",
            content = @Content(schema = @Schema(implementation = AmaniDetail.class)))
    public AmaniLogin logIn(AmaniBody body) {
        body.require("username");
        body.require("password");
        var name = body.text("username", NAME);
        var password = body.text("password", PASSWORD);
        body.done();
        var tenant = tenants.unauthenticated(exchange.hostTenant());
        var user = signIn.logIn(exchange.source(), tenant, name.orElse(""), password.orElse(""))
                .orElseThrow(() -> new FailureException(
                        Failure.of(Failure.Kind.CREDENTIAL_INVALID, "no account may log in with these")));
        var client = grants.firstParty(tenant, AmaniContract.NAME);
        var tokens = grants.issue(client, user, AmaniTokens.profile(user), true);
        return AmaniLogin.of(users.show(user), tokens);
    }
}
