package org.roster.contract.ecosys.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.contract.ecosys.EcosysStream;
import org.roster.contract.ecosys.Removal;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyFilter;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The API keys of a user, in the style of the contract, which has none itself. */
@Path("etc-backend/api/users/{username}/apikeys")
@Tag(name = "ecosys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysApiKeysResource {

    @Inject
    UserService users;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.API_KEYS_CREATE)
    @Operation(
            summary = "Creates an API key for a user",
            description = "The key is in this answer only. Scopes beyond the caller's own are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The API key",
            content = @Content(schema = @Schema(implementation = EcosysApiKey.Reply.class)))
    public Response add(
            @PathParam("username") String username,
            @NotNull(message = EcosysMissing.API_KEY) @Valid EcosysNewApiKey body) {
        var caller = exchange.requireCaller();
        var issued = apiKeys.add(caller, body.toNewApiKey(caller.tenant(), owner(caller, username)));
        return Response.status(Status.CREATED)
                .entity(EcosysApiKey.Reply.of(issued))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Lists a user's API keys", description = "Without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All API keys of the user, without their secrets",
            content = @Content(schema = @Schema(implementation = EcosysApiKey.ListReply.class)))
    public StreamingOutput list(@PathParam("username") String username) {
        var caller = exchange.requireCaller();
        var filter = new ApiKeyFilter(owner(caller, username), null);
        return EcosysStream.list(
                "apikeys", cursor -> apiKeys.find(caller, caller.tenant(), filter, cursor, Page.MAX), EcosysApiKey::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.API_KEYS_READ)
    @Operation(summary = "Reads a user's API key")
    @APIResponse(
            responseCode = "200",
            description = "The API key, without its secret",
            content = @Content(schema = @Schema(implementation = EcosysApiKey.Reply.class)))
    public EcosysApiKey.Reply get(@PathParam("username") String username, @PathParam("id") String id) {
        return EcosysApiKey.Reply.of(require(exchange.requireCaller(), username, id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Scopes.API_KEYS_UPDATE)
    @Operation(summary = "Changes a user's API key", description = "Empty members change nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The API key as it is now",
            content = @Content(schema = @Schema(implementation = EcosysApiKey.Reply.class)))
    public EcosysApiKey.Reply change(
            @PathParam("username") String username,
            @PathParam("id") String id,
            @NotNull(message = "There is no body.") @Valid EcosysApiKeyChange body) {
        var caller = exchange.requireCaller();
        var key = require(caller, username, id);
        return EcosysApiKey.Reply.of(apiKeys.change(caller, caller.tenant(), key.id(), body.toChange(), null));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.API_KEYS_DELETE)
    @Operation(summary = "Removes a user's API key", description = "An unknown one counts as removed.")
    @APIResponse(responseCode = "204", description = "There is no such API key any more")
    public void remove(@PathParam("username") String username, @PathParam("id") String id) {
        var caller = exchange.requireCaller();
        Removal.of(
                Reason.API_KEY_UNKNOWN,
                () -> apiKeys.remove(
                        caller, caller.tenant(), require(caller, username, id).id(), null));
    }

    /** A key of somebody else is not found under this user. */
    private ApiKey require(Caller caller, String username, String id) {
        var owner = owner(caller, username);
        return Ids.parseShort(id)
                .map(key -> apiKeys.require(caller.tenant(), key))
                .filter(key -> owner.equals(key.userId()))
                .orElseThrow(() -> new Refusal(Reason.API_KEY_UNKNOWN, "id", "there is no such API key"));
    }

    private UUID owner(Caller caller, String username) {
        return users.byUsername(caller.tenant(), username)
                .map(User::id)
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "username", "there is no such user"));
    }
}
