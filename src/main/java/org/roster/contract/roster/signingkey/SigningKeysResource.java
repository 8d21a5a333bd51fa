package org.roster.contract.roster.signingkey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.http.Exchange;
import org.roster.token.SigningKeys;

/** The keys that sign access tokens. They belong to the whole Roster, not to a tenant. */
@Path("v1/signing-keys")
@Tag(name = "signing-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SigningKeysResource {

    @Inject
    SigningKeys keys;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.SIGNING_KEYS_READ)
    @Operation(summary = "Lists the signing keys", description = "Those that are kept, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The signing keys",
            content = @Content(schema = @Schema(implementation = SigningKeyList.class)))
    public SigningKeyList list() {
        return SigningKeyList.of(keys.all());
    }

    @POST
    @RolesAllowed(Scopes.SIGNING_KEYS_ROTATE)
    @Operation(
            summary = "Puts a new signing key in place of the present one",
            description = "Tokens that the present key has signed stay good until they end. Only a platform caller"
                    + " rotates keys. The request has no body.")
    @APIResponse(
            responseCode = "201",
            description = "The new signing key",
            content = @Content(schema = @Schema(implementation = SigningKeyBody.class)))
    public Response rotate() {
        var key = keys.rotate(exchange.requireCaller());
        return Response.created(URI.create("/v1/signing-keys"))
                .entity(SigningKeyBody.of(key))
                .build();
    }
}
