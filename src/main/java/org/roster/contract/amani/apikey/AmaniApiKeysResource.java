package org.roster.contract.amani.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.directory.apikey.ApiKeyFilter;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The API keys of the caller's company, whoever owns them. */
@Path("amani/api/v2/api_key")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniApiKeysResource {

    private static final ApiKeyFilter ALL = new ApiKeyFilter(null, null);

    @Inject
    ApiKeyService apiKeys;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_APIKEY)
    @Operation(summary = "Lists the API keys", description = "All of them, without pages and without the keys.")
    @APIResponse(
            responseCode = "200",
            description = "The API keys, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniApiKey.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AmaniStream.all(
                cursor -> apiKeys.find(caller, caller.tenant(), ALL, cursor, Page.MAX),
                page -> page.stream().map(AmaniApiKey::of).toList());
    }

    @POST
    @RolesAllowed(AmaniRights.ADD_APIKEY)
    @Operation(
            summary = "Makes an API key",
            description = "The key is shown this once. Nobody gives it a permission that they do not hold themselves,"
                    + " nor an owner who may do more than they do.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewApiKey.class)))
    @APIResponse(
            responseCode = "201",
            description = "The API key",
            content = @Content(schema = @Schema(implementation = AmaniApiKey.class)))
    public Response add(AmaniBody body) {
        var caller = exchange.requireCaller();
        body.require("name");
        var members = AmaniApiKeyMembers.of(body);
        var user = body.id("user");
        var application = body.id("application");
        body.done();
        try {
            var issued = apiKeys.add(caller, members.toNewApiKey(caller.tenant(), user.value(), application.value()));
            return Response.status(Status.CREATED)
                    .entity(AmaniApiKey.of(issued))
                    .build();
        } catch (Refusal refusal) {
            // The directory knows no such owner; what the body names is not what the address names.
            if (refusal.reason() == Reason.USER_UNKNOWN) {
                throw AmaniBody.unknown("user", user.value());
            }
            if (refusal.reason() == Reason.APPLICATION_UNKNOWN) {
                throw AmaniBody.unknown("application", application.value());
            }
            throw refusal;
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_APIKEY)
    @Operation(summary = "Reads an API key")
    @APIResponse(
            responseCode = "200",
            description = "The API key, without its secret",
            content = @Content(schema = @Schema(implementation = AmaniApiKey.class)))
    public AmaniApiKey get(@PathParam("id") String id) {
        return AmaniApiKey.of(apiKeys.require(exchange.requireCaller().tenant(), key(id)));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_APIKEY)
    @Operation(summary = "Changes an API key", description = "Its owner and its secret stay.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniApiKeyChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The API key as it is now",
            content = @Content(schema = @Schema(implementation = AmaniApiKey.class)))
    public AmaniApiKey change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var present = apiKeys.require(caller.tenant(), key(id));
        var members = AmaniApiKeyMembers.of(body);
        body.done();
        return AmaniApiKey.of(apiKeys.change(caller, caller.tenant(), present.id(), members.toChange(), null));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(AmaniRights.DELETE_APIKEY)
    @Operation(summary = "Removes an API key")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        apiKeys.remove(caller, caller.tenant(), key(id), null);
    }

    private static UUID key(String id) {
        return Ids.parse(id).orElseThrow(() -> new Refusal(Reason.API_KEY_UNKNOWN, "id", "there is no such API key"));
    }
}
