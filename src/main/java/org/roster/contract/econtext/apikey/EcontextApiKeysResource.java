package org.roster.contract.econtext.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.contract.econtext.apikey.EcontextApiKey.EcontextApiKeys;
import org.roster.contract.econtext.apikey.EcontextApiKey.EcontextOneApiKey;
import org.roster.directory.Standings;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.user.User;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The API keys of a user. */
@Path("econtext/api/users/user/{userid}/apikey")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextApiKeysResource {

    @Inject
    ApiKeyService apiKeys;

    @Inject
    Standings standings;

    @Inject
    EcontextReferences references;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.API_KEYS_CREATE)
    @Operation(
            summary = "Creates an API key for a user",
            description =
                    "The secret is in this answer only. The key may do what its owner may at this moment, and that"
                            + " must not be more than the caller may.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextNewApiKey.class)))
    @APIResponse(responseCode = "200", description = "The API key with its secret")
    public EcontextReply<EcontextOneApiKey> add(@PathParam("userid") String userId, @Nullable JsonNode tree) {
        var caller = exchange.requireCaller();
        var owner = owner(userId);
        var scopes = standings.permissions(owner.tenantId(), owner.id());
        var issued = apiKeys.add(caller, EcontextNewApiKey.read(EcontextBody.of(tree), owner, scopes));
        return reply(EcontextApiKey.of(issued, EcontextLinks.of(exchange)));
    }

    @GET
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Lists a user's API keys", description = "Roster's addition.")
    @APIResponse(responseCode = "200", description = "The API keys without their secrets")
    public EcontextReply<EcontextApiKeys> list(@PathParam("userid") String userId) {
        var owner = owner(userId);
        var links = EcontextLinks.of(exchange);
        var keys = apiKeys.ofUsers(owner.tenantId(), List.of(owner.id())).getOrDefault(owner.id(), List.of()).stream()
                .map(key -> EcontextApiKey.of(key, links))
                .toList();
        return EcontextReply.of(new EcontextApiKeys(keys), exchange);
    }

    @GET
    @Path("{apikeyid}")
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Reads a user's API key")
    @APIResponse(responseCode = "200", description = "The API key without its secret")
    public EcontextReply<EcontextOneApiKey> get(@PathParam("userid") String userId, @PathParam("apikeyid") String id) {
        return reply(EcontextApiKey.of(require(userId, id), EcontextLinks.of(exchange)));
    }

    @PUT
    @Path("{apikeyid}")
    @RolesAllowed(Scopes.API_KEYS_UPDATE)
    @Operation(summary = "Changes a user's API key", description = "Only what is given.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextApiKeyChange.class)))
    @APIResponse(responseCode = "200", description = "The API key as it is now, without its secret")
    public EcontextReply<EcontextOneApiKey> change(
            @PathParam("userid") String userId, @PathParam("apikeyid") String id, @Nullable JsonNode tree) {
        var key = require(userId, id);
        var change = EcontextApiKeyChange.read(EcontextBody.of(tree));
        var changed = apiKeys.change(exchange.requireCaller(), key.tenantId(), key.id(), change, null);
        return reply(EcontextApiKey.of(changed, EcontextLinks.of(exchange)));
    }

    @DELETE
    @Path("{apikeyid}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.API_KEYS_DELETE)
    @Operation(summary = "Deletes a user's API key", description = "It must be DISABLED.")
    @APIResponse(responseCode = "200", description = "The API key is gone")
    public EcontextReply<EcontextDeleted> remove(@PathParam("userid") String userId, @PathParam("apikeyid") String id) {
        var key = require(userId, id);
        if (key.status() == ApiKeyStatus.ACTIVE) {
            throw EcontextRefusal.conflict("ApiKey must be disabled before deletion is possible");
        }
        apiKeys.remove(exchange.requireCaller(), key.tenantId(), key.id(), key.version());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }

    /** A key of somebody else is not found under this user. */
    private ApiKey require(String userId, String id) {
        var owner = owner(userId);
        UUID keyId = Ids.parseShort(id.toUpperCase(Locale.ROOT)).orElseThrow(EcontextApiKeysResource::unknown);
        var key = apiKeys.require(owner.tenantId(), keyId);
        if (!owner.id().equals(key.userId())) {
            throw unknown();
        }
        return key;
    }

    private User owner(String userId) {
        return references.user(exchange.requireCaller().tenant(), userId);
    }

    private EcontextReply<EcontextOneApiKey> reply(EcontextApiKey key) {
        return EcontextReply.of(new EcontextOneApiKey(key), exchange);
    }

    private static Refusal unknown() {
        return new Refusal(Reason.API_KEY_UNKNOWN, "id", "there is no such API key");
    }
}
