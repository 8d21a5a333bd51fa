package org.roster.contract.authservice.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.AuthserviceStream;
import org.roster.directory.Field;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyChange;
import org.roster.directory.apikey.ApiKeyFilter;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.query.Page;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The API keys of a user, in the style of the contract, which has none itself. */
@Path("authservice/api/users/{id}/api-keys")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceApiKeysResource {

    @Inject
    UserService users;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(
            summary = "Adds an API key to a user",
            description = "The key is in this answer only. Permissions beyond the caller's own are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The API key",
            content = @Content(schema = @Schema(implementation = AuthserviceApiKey.class)))
    public Response add(@PathParam("id") String id, @Valid AuthserviceNewApiKey body) {
        var caller = exchange.requireCaller();
        var issued = apiKeys.add(caller, body.toNewApiKey(caller.tenant(), owner(caller, id)));
        return Response.status(Status.CREATED)
                .entity(AuthserviceApiKey.of(issued))
                .build();
    }

    @GET
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Lists a user's API keys", description = "A plain array; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All API keys of the user, without their secrets",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuthserviceApiKey.class)))
    public StreamingOutput list(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        var filter = new ApiKeyFilter(owner(caller, id), null);
        return AuthserviceStream.array(
                cursor -> apiKeys.find(caller, caller.tenant(), filter, cursor, Page.MAX),
                page -> page.stream().map(AuthserviceApiKey::of).toList());
    }

    @GET
    @Path("{keyId}")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Reads a user's API key")
    @APIResponse(
            responseCode = "200",
            description = "The API key, without its secret",
            content = @Content(schema = @Schema(implementation = AuthserviceApiKey.class)))
    public AuthserviceApiKey get(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        return AuthserviceApiKey.of(require(exchange.requireCaller(), id, keyId));
    }

    @PUT
    @Path("{keyId}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Changes a user's API key", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The API key as it is now",
            content = @Content(schema = @Schema(implementation = AuthserviceApiKey.class)))
    public AuthserviceApiKey change(
            @PathParam("id") String id, @PathParam("keyId") String keyId, @Valid AuthserviceApiKeyChange body) {
        return AuthserviceApiKey.of(change(id, keyId, body.toChange()));
    }

    @PATCH
    @Path("{keyId}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes an API key out of use", description = "It opens nothing any more.")
    @APIResponse(responseCode = "204", description = "The API key is INACTIVO")
    public void deactivate(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        change(id, keyId, to(ApiKeyStatus.INACTIVE));
    }

    @PATCH
    @Path("{keyId}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Puts an API key into use")
    @APIResponse(responseCode = "204", description = "The API key is ACTIVO")
    public void activate(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        change(id, keyId, to(ApiKeyStatus.ACTIVE));
    }

    @DELETE
    @Path("{keyId}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Removes a user's API key")
    @APIResponse(responseCode = "204", description = "There is no such API key any more")
    public void remove(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        var caller = exchange.requireCaller();
        apiKeys.remove(caller, caller.tenant(), require(caller, id, keyId).id(), null);
    }

    private ApiKey change(String id, String keyId, ApiKeyChange change) {
        var caller = exchange.requireCaller();
        return apiKeys.change(
                caller, caller.tenant(), require(caller, id, keyId).id(), change, null);
    }

    private static ApiKeyChange to(ApiKeyStatus status) {
        return new ApiKeyChange(Field.absent(), Field.absent(), Field.of(status), Field.absent(), Field.absent());
    }

    /** A key of somebody else is not found under this user. */
    private ApiKey require(Caller caller, String id, String keyId) {
        var owner = owner(caller, id);
        return Ids.parseShort(keyId)
                .map(key -> apiKeys.require(caller.tenant(), key))
                .filter(key -> owner.equals(key.userId()))
                .orElseThrow(() -> new Refusal(Reason.API_KEY_UNKNOWN, "id", "there is no such API key"));
    }

    private UUID owner(Caller caller, String id) {
        return users.require(caller.tenant(), AuthserviceIds.parse(id)).id();
    }
}
