package org.roster.contract.roster.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.apikey.ApiKeyFilter;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Patch;

/** The API keys of a tenant: of its users, of its applications, and its own. */
@Path("v1/api-keys")
@Tag(name = "api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ApiKeysResource {

    @Inject
    ApiKeyService apiKeys;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.API_KEYS_CREATE)
    @Operation(
            summary = "Makes an API key",
            description = "For a user or an application. Its secret is in this answer only. Scopes, and owners with"
                    + " rights, beyond the caller's own are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The API key with its secret, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = ApiKeyBody.class)))
    public Response add(@NotNull @Valid NewApiKeyBody body) {
        var caller = exchange.requireCaller();
        var issued = apiKeys.add(caller, body.toNewApiKey(tenants.resolve(caller, body.tenant())));
        return Response.created(URI.create("/v1/api-keys/" + issued.apiKey().keyId()))
                .tag(Conditional.tag(issued.apiKey().version()))
                .entity(ApiKeyBody.of(issued))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Lists API keys", description = "In the order of their making, a page at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of API keys",
            content = @Content(schema = @Schema(implementation = ApiKeyPage.class)))
    public ApiKeyPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "Id of the owner") @QueryParam("user") @Nullable String user,
            @Parameter(description = "Id of the owner") @QueryParam("application") @Nullable String application,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new ApiKeyFilter(Query.id("user", user), Query.id("application", application));
        return ApiKeyPage.of(apiKeys.find(caller, tenants.resolve(caller, tenant), filter, cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Reads an API key", description = "Without its secret, which nobody can read again.")
    @APIResponse(
            responseCode = "200",
            description = "The API key",
            content = @Content(schema = @Schema(implementation = ApiKeyBody.class)))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var apiKey = apiKeys.require(tenants.resolve(exchange.requireCaller(), tenant), Query.keyId(id));
        var tag = Conditional.tag(apiKey.version());
        return Conditional.unchanged(ifNoneMatch, apiKey.version())
                ? Response.notModified(tag).build()
                : Response.ok(ApiKeyBody.of(apiKey)).tag(tag).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.API_KEYS_UPDATE)
    @Operation(
            summary = "Changes an API key",
            description = "A JSON merge patch (RFC 7396). Its owner and its secret stay. A caller that does not hold"
                    + " all of its scopes, old and new, cannot change it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The API key as it is now",
            content = @Content(schema = @Schema(implementation = ApiKeyBody.class)))
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var apiKey = apiKeys.change(
                caller,
                tenants.resolve(caller, tenant),
                Query.keyId(id),
                ApiKeyPatchBody.read(Patch.of(body)),
                Conditional.ifMatch(ifMatch));
        return Response.ok(ApiKeyBody.of(apiKey))
                .tag(Conditional.tag(apiKey.version()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.API_KEYS_DELETE)
    @Operation(summary = "Removes an API key", description = "It opens nothing any more.")
    @APIResponse(responseCode = "204", description = "The API key is gone")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var caller = exchange.requireCaller();
        apiKeys.remove(caller, tenants.resolve(caller, tenant), Query.keyId(id), Conditional.ifMatch(ifMatch));
    }
}
