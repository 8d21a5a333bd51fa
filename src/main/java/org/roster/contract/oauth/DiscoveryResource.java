package org.roster.contract.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.http.openapi.Publication;
import org.roster.system.PublicAddress;
import org.roster.token.SigningKey;
import org.roster.token.SigningKeys;

/** What clients and verifiers need to know of the token service: its metadata and its public keys. */
@Path("/")
@Tag(name = "oauth")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DiscoveryResource {

    private static final int CACHE_SECONDS = 300;

    @Inject
    SigningKeys keys;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Publication publication;

    /** Authorization server metadata (RFC 8414 section 2). */
    @Schema(name = "ServerMetadata")
    public record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("scopes_supported") List<String> scopes,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> authMethods,

            @JsonProperty("revocation_endpoint_auth_methods_supported")
            List<String> revocationAuthMethods,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("service_documentation") @Nullable
            String documentation) {}

    @GET
    @Path(".well-known/oauth-authorization-server")
    @PermitAll
    @Operation(summary = "Describes the token service", description = "Authorization server metadata (RFC 8414).")
    @APIResponse(
            responseCode = "200",
            description = "The metadata",
            content = @Content(schema = @Schema(implementation = Metadata.class)))
    public Response metadata() {
        var url = publicAddress.url();
        return cached(new Metadata(
                url,
                url + "/oauth2/token",
                url + "/oauth2/revoke",
                url + "/oauth2/jwks",
                List.copyOf(new TreeSet<>(Scopes.all())),
                List.of(),
                List.of("client_credentials", "refresh_token"),
                List.of("client_secret_basic", "client_secret_post"),
                List.of("client_secret_basic", "client_secret_post"),
                publication.open() ? url + "/openapi/ui" : null));
    }

    /** The key set as text: its members are JSON already. */
    @Schema(name = "JsonWebKeySet")
    public record KeySet(
            @JsonRawValue @Schema(implementation = Object[].class)
            String keys) {}

    @GET
    @Path("oauth2/jwks")
    @PermitAll
    @Operation(summary = "Publishes the public keys", description = "A JSON Web Key Set (RFC 7517 section 5).")
    @APIResponse(
            responseCode = "200",
            description = "The keys that verify Roster's tokens",
            content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Response jwks() {
        var list = keys.published().stream().map(SigningKey::publicJwk).collect(Collectors.joining(",", "[", "]"));
        return cached(new KeySet(list));
    }

    private static Response cached(Object entity) {
        var cache = new CacheControl();
        cache.setMaxAge(CACHE_SECONDS);
        return Response.ok(entity).cacheControl(cache).build();
    }
}
