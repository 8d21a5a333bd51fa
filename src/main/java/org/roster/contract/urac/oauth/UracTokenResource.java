package org.roster.contract.urac.oauth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.http.Exchange;
import org.roster.http.auth.SecondStep;

/** Gives tokens to users. The key says of which tenant they are. */
@Path("oauth")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracTokenResource {

    private static final String GRANT_TYPE =
            "grant_type: body.grant_type; required; string enum[refresh_token,password]";
    private static final String REFRESH_TOKEN = "refresh_token: body.refresh_token; optional; string";
    private static final String REFRESH = "refresh_token";

    @Inject
    LogIn logIn;

    @Inject
    UracTenants tenants;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("authorization")
    @RolesAllowed("**")
    @Operation(
            summary = "Gives the value of the Authorization header that a log-in may carry",
            description = "It names the tenant of the key and is no secret; a log-in goes without it as well.")
    @APIResponse(responseCode = "200", description = "The value; or an error")
    public UracReply<String> authorization() {
        return UracReply.of(ClientHeader.of(tenants.own(exchange.requireCaller())));
    }

    @POST
    @Path("token")
    @RolesAllowed("**")
    @Takes({
        "username: body.username; optional; string",
        "password: body.password; optional; string",
        GRANT_TYPE,
        REFRESH_TOKEN
    })
    @Operation(
            summary = "Logs a user in",
            description = "By a user name or an e-mail address and the password, or by a refresh token. The answer has"
                    + " no envelope.")
    @APIResponse(responseCode = "200", description = "The tokens; or an error")
    public UracTokens token(
            @Parameter(description = "What `GET /oauth/authorization` gives; may be left out")
                    @HeaderParam(HttpHeaders.AUTHORIZATION)
                    @Nullable
                    String authorization) {
        var caller = exchange.requireCaller();
        ClientHeader.check(authorization, tenant -> tenants.named(caller, tenant));
        var in = input.taken();
        if (in.text("grant_type").equals(REFRESH)) {
            return refreshed();
        }
        var name = in.textOrNull("username");
        var password = in.textOrNull("password");
        if (name == null || name.isEmpty() || password == null || password.isEmpty()) {
            throw UracError.NAME_AND_PASSWORD_NEEDED.refusal();
        }
        return UracTokens.of(logIn.byPassword(caller, name, password));
    }

    @POST
    @Path("pin")
    @SecondStep
    @RolesAllowed("**")
    @Takes({"pin: body.pin; optional; string", GRANT_TYPE, REFRESH_TOKEN})
    @Operation(
            summary = "Completes a log-in by a pin",
            description = "With the access token that the password has brought. Of tenants whose setting `pinLogin` is"
                    + " true only.")
    @APIResponse(responseCode = "200", description = "The tokens; or an error")
    public UracTokens pin() {
        var in = input.taken();
        if (in.text("grant_type").equals(REFRESH)) {
            return refreshed();
        }
        var pin = in.textOrNull("pin");
        return UracTokens.of(logIn.byPin(exchange.requireCaller(), pin == null ? "" : pin));
    }

    private UracTokens refreshed() {
        var token = input.taken().textOrNull(REFRESH);
        if (token == null || token.isEmpty()) {
            throw UracError.REFRESH_TOKEN_NEEDED.refusal();
        }
        return UracTokens.of(logIn.byRefreshToken(exchange.requireCaller(), token));
    }
}
