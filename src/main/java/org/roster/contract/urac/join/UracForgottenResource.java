package org.roster.contract.urac.join;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracSettings;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.account.AccountService;
import org.roster.directory.account.AccountStepService;
import org.roster.http.Exchange;

/**
 * Forgotten passwords and tokens that did not arrive. The answer does not tell whether anybody has the name (R32), and
 * the token goes by mail, not to whoever asks.
 */
@Path("urac")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracForgottenResource {

    private static final String USERNAME = "username: query.username; required; string";
    private static final String PASSWORD = "password: body.password; required; string";
    private static final String CONFIRMATION = "confirmation: body.confirmation; required; string";
    private static final String ALIKE =
            "A user name or an e-mail address. The answer is the same for one that nobody has.";

    @Inject
    AccountService accounts;

    @Inject
    AccountStepService steps;

    @Inject
    UracSettings settings;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("forgotPassword")
    @RolesAllowed("**")
    @Takes(USERNAME)
    @Operation(summary = "Has a token made for somebody who forgot the password", description = ALIKE)
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Object> forgotPassword() {
        return forgotten(UracError.USER_NOT_FOUND);
    }

    @GET
    @Path("password/forgot")
    @RolesAllowed("**")
    @Takes(USERNAME)
    @Operation(summary = "Has a token made for somebody who forgot the password", description = ALIKE)
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Object> forgot() {
        return forgotten(UracError.NEW_USER_UNKNOWN);
    }

    @GET
    @Path("emailToken")
    @RolesAllowed("**")
    @Takes(USERNAME)
    @Operation(
            summary = "Has a new token made for somebody who was invited or has registered",
            description = "It makes the one before void. " + ALIKE)
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Object> emailToken() {
        var caller = exchange.requireCaller();
        return told(
                accounts.remind(
                        caller,
                        exchange.source(),
                        caller.tenant(),
                        input.taken().text("username"),
                        Lives.INVITATION),
                UracError.NEW_USER_UNKNOWN);
    }

    @POST
    @Path("resetPassword")
    @RolesAllowed("**")
    @Takes({"token: query.token; required; string", PASSWORD, CONFIRMATION})
    @Operation(
            summary = "Sets a password by a token",
            description = "That of an invitation or of a forgotten password. The token is good once; whoever is signed"
                    + " in with the old password is signed out.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> resetPassword() {
        return reset(UracError.CONFIRMATION_DIFFERS);
    }

    @PUT
    @Path("password/reset")
    @RolesAllowed("**")
    @Takes({"token: body.token; required; string", PASSWORD, CONFIRMATION})
    @Operation(summary = "Sets a password by a token, which comes in the body")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> reset() {
        return reset(UracError.NEW_CONFIRMATION_DIFFERS);
    }

    private UracReply<Object> forgotten(UracError unknown) {
        var caller = exchange.requireCaller();
        var name = input.taken().text("username");
        return told(accounts.forgotten(caller, exchange.source(), caller.tenant(), name, Lives.RESET), unknown);
    }

    /** True, whatever became of it; only an operator who lets tokens out gets the answers of the original. */
    private UracReply<Object> told(Optional<String> token, UracError unknown) {
        return UracReply.of(settings.exposesTokens() ? token.orElseThrow(unknown::refusal) : true);
    }

    private UracReply<Boolean> reset(UracError differs) {
        var caller = exchange.requireCaller();
        var in = input.taken();
        if (!in.text("password").equals(in.text("confirmation"))) {
            throw differs.refusal();
        }
        steps.reset(caller, exchange.source(), caller.tenant(), in.text("token"), in.text("password"), 1);
        return UracReply.done();
    }
}
