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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.application.Client;
import org.roster.directory.application.GrantType;
import org.roster.http.Exchange;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;
import org.roster.token.GrantService;
import org.roster.token.IssuedTokens;
import org.roster.token.TokenProfile;

/** The token endpoint (RFC 6749 section 3.2). */
@Path("oauth2/token")
@Tag(name = "oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokenResource {

    @Inject
    GrantService grants;

    @Inject
    Exchange exchange;

    @POST
    @PermitAll
    @Operation(
            summary = "Issues an access token",
            description = "The client credentials grant (RFC 6749 section 4.4) and the refresh grant (section 6). The"
                    + " client authenticates by HTTP Basic or by `client_id` and `client_secret` in the form. Without"
                    + " `scope` the token carries all scopes of the client.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is unknown, out of use, or did not authenticate",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        try {
            return Response.ok(TokenAnswer.of(grant(authorization, form)))
                    .header("Pragma", "no-cache")
                    .build();
        } catch (GrantRefusal refusal) {
            return OAuthError.answer(refusal);
        }
    }

    private IssuedTokens grant(@Nullable String authorization, MultivaluedMap<String, String> form) {
        ClientCredentials.checkOnce(form);
        var type = form.getFirst("grant_type");
        if (type == null || type.isEmpty()) {
            throw new GrantRefusal(GrantError.INVALID_REQUEST, "grant_type is missing", "grant_type");
        }
        var credentials = ClientCredentials.of(authorization, form);
        var client = grants.authenticate(exchange.source(), credentials.id(), credentials.secret());
        var scope = form.getFirst("scope");
        return switch (GrantType.of(type).orElse(GrantType.PASSWORD)) {
            case CLIENT_CREDENTIALS -> grants.clientCredentials(client, scopes(client, scope), TokenProfile.STANDARD);
            case REFRESH_TOKEN -> refresh(client, form.getFirst("refresh_token"), scope);
            // RFC 9700 section 2.4: the password grant must not be used. Unknown types end here too.
            case PASSWORD ->
                throw new GrantRefusal(
                        GrantError.UNSUPPORTED_GRANT_TYPE,
                        "this endpoint serves client_credentials and refresh_token",
                        null);
        };
    }

    private IssuedTokens refresh(Client client, @Nullable String token, @Nullable String scope) {
        if (token == null || token.isEmpty()) {
            throw new GrantRefusal(GrantError.INVALID_REQUEST, "refresh_token is missing", "refresh_token");
        }
        var requested = scope == null || scope.isBlank() ? null : Scopes.split(scope);
        return grants.refresh(exchange.source(), client, token, requested, TokenProfile.STANDARD);
    }

    private static Set<String> scopes(Client client, @Nullable String scope) {
        if (scope == null || scope.isBlank()) {
            return client.scopes();
        }
        var requested = Scopes.split(scope);
        if (!client.scopes().containsAll(requested)) {
            throw new GrantRefusal(
                    GrantError.INVALID_SCOPE, "a requested scope is unknown or not the client's to have", "scope");
        }
        return requested;
    }
}
