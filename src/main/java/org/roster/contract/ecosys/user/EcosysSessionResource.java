package org.roster.contract.ecosys.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.ecosys.EcosysError;
import org.roster.contract.ecosys.EcosysScopes;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.token.BearerCheck;
import org.roster.token.Revocations;

/** What concerns the token at hand: whom it speaks for, and taking it back. */
@Path("etc-backend/api")
@Tag(name = "ecosys")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysSessionResource {

    private static final String BEARER = "Bearer ";

    @Inject
    UserService users;

    @Inject
    Revocations revocations;

    @Inject
    BearerCheck tokens;

    @Inject
    Exchange exchange;

    @GET
    @Path("profile")
    @RolesAllowed(EcosysScopes.PROFILE)
    @Operation(summary = "Says whom the token speaks for")
    @APIResponse(
            responseCode = "200",
            description = "The user and the scopes",
            content = @Content(schema = @Schema(implementation = EcosysProfile.class)))
    public EcosysProfile profile() {
        var caller = exchange.requireCaller();
        var user = caller.user() == null ? null : users.require(caller.tenant(), caller.user());
        return EcosysProfile.of(caller, user);
    }

    @POST
    @Path("logout")
    @RolesAllowed("**")
    @Operation(summary = "Takes the access token back", description = "It opens nothing from then on.")
    @APIResponse(
            responseCode = "200",
            description = "The token is taken back",
            content = @Content(schema = @Schema(implementation = EcosysMessage.class)))
    public Response logout(@Context HttpServletRequest request) {
        var token = token(request);
        if (token == null) {
            return Response.status(Status.BAD_REQUEST)
                    .entity(EcosysError.of(Status.BAD_REQUEST, "There is no access token to take back."))
                    .build();
        }
        var caller = exchange.requireCaller();
        revocations.revoke(
                caller,
                token.getTokenID(),
                Instant.ofEpochSecond(token.getExpirationTime()),
                Objects.requireNonNullElse(caller.user(), caller.id()));
        return Response.ok(EcosysMessage.done("You have been successfully logged out."))
                .build();
    }

    /** The server's principal, where it verifies tokens: the one that JAX-RS shows is the caller, however it authenticated. */
    private @Nullable JsonWebToken token(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? tokens.verified(authorization.substring(BEARER.length()).strip())
                        .orElse(null)
                : null;
    }
}
