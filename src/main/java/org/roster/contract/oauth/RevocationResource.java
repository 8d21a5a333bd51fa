package org.roster.contract.oauth;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.http.Exchange;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;
import org.roster.token.GrantService;
import org.roster.token.Sessions;

/** The revocation endpoint (RFC 7009): how an application logs somebody out. */
@Path("oauth2/revoke")
@Tag(name = "oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RevocationResource {

    @Inject
    GrantService grants;

    @Inject
    Sessions sessions;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Takes a token back",
            description = "An access token, or a refresh token with its whole family (RFC 7009). A token that is"
                    + " unknown, over or another client's is answered alike, and stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = RevocationForm.class)))
    @APIResponse(responseCode = "200", description = "The token opens nothing any more")
    @APIResponse(
            responseCode = "401",
            description = "The client is unknown, out of use, or did not authenticate",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        try {
            ClientCredentials.checkOnce(form);
            var credentials = ClientCredentials.of(authorization, form);
            var client = grants.authenticate(exchange.source(), credentials.id(), credentials.secret());
            var token = form.getFirst("token");
            if (token == null || token.isEmpty()) {
                throw new GrantRefusal(GrantError.INVALID_REQUEST, "token is missing", "token");
            }
            sessions.revoke(exchange.source(), client, token);
            return Response.ok().build();
        } catch (GrantRefusal refusal) {
            return OAuthError.answer(refusal);
        }
    }
}
