package org.roster.contract.ecosys.token;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.ecosys.EcosysOAuthError;
import org.roster.token.GrantRefusal;

/** The token endpoint. Any method reaches it, as in the original; parameters come from the body only (R4). */
@Path("etc-backend/token")
@Tag(name = "ecosys")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysTokenResource {

    private static final String JSON = "application/json; charset=UTF-8";

    @Inject
    EcosysGrant grant;

    @POST
    @PermitAll
    @Operation(
            summary = "Issues an access token",
            description = "The grants client_credentials, password and refresh_token. The client authenticates by HTTP"
                    + " Basic or in the form, which may be url-encoded or multipart. Without `scope` the token carries"
                    + " no scopes.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                        schema = @Schema(implementation = EcosysTokenForm.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = EcosysTokenForm.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = EcosysToken.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client or the refresh token is not good",
            content = @Content(schema = @Schema(implementation = EcosysOAuthError.class)))
    public Response post(@Context HttpHeaders headers, @Nullable InputStream body) throws IOException {
        var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        try {
            var bytes = body == null ? new byte[0] : body.readAllBytes();
            var form = TokenParameters.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), bytes);
            return Response.ok(EcosysToken.of(grant.decide(authorization, form)))
                    .type(JSON)
                    .header("Pragma", "no-cache")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (GrantRefusal refusal) {
            return EcosysGrantRefusal.response(refusal, Objects.requireNonNullElse(authorization, ""));
        }
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response get(@Context HttpHeaders headers) throws IOException {
        return post(headers, null);
    }

    @PUT
    @PermitAll
    @Operation(hidden = true)
    public Response put(@Context HttpHeaders headers, @Nullable InputStream body) throws IOException {
        return post(headers, body);
    }

    @PATCH
    @PermitAll
    @Operation(hidden = true)
    public Response patch(@Context HttpHeaders headers, @Nullable InputStream body) throws IOException {
        return post(headers, body);
    }

    @DELETE
    @PermitAll
    @Operation(hidden = true)
    public Response delete(@Context HttpHeaders headers, @Nullable InputStream body) throws IOException {
        return post(headers, body);
    }
}
