package org.roster.contract.amani.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.directory.query.Page;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.system.Ids;
import org.roster.webhook.WebhookEndpoint;
import org.roster.webhook.WebhookService;

/** The webhooks of the caller's company. Whoever makes or changes one must hold {@code events:read} too. */
@Path("amani/api/v2/webhook_endpoint")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniWebhookEndpointsResource {

    @Inject
    WebhookService webhooks;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_WEBHOOK_ENDPOINT)
    @Operation(summary = "Lists the webhooks", description = "All of them, without pages and without the secrets.")
    @APIResponse(
            responseCode = "200",
            description = "The webhooks, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniWebhookEndpoint.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AmaniStream.all(
                cursor -> webhooks.find(caller, caller.tenant(), cursor, Page.MAX),
                page -> page.stream().map(AmaniWebhookEndpoint::of).toList());
    }

    @POST
    @RolesAllowed(AmaniRights.ADD_WEBHOOK_ENDPOINT)
    @Operation(summary = "Adds a webhook", description = "Its secret is shown this once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewWebhookEndpoint.class)))
    @APIResponse(
            responseCode = "201",
            description = "The webhook with its secret",
            content = @Content(schema = @Schema(implementation = AmaniWebhookEndpoint.class)))
    public Response add(AmaniBody body) {
        var caller = exchange.requireCaller();
        required(body);
        var members = AmaniWebhookMembers.of(body);
        body.done();
        var issued = webhooks.add(caller, members.toNewEndpoint(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(AmaniWebhookEndpoint.of(issued))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_WEBHOOK_ENDPOINT)
    @Operation(summary = "Reads a webhook")
    @APIResponse(
            responseCode = "200",
            description = "The webhook, without its secret",
            content = @Content(schema = @Schema(implementation = AmaniWebhookEndpoint.class)))
    public AmaniWebhookEndpoint get(@PathParam("id") String id) {
        return AmaniWebhookEndpoint.of(require(exchange.requireCaller(), id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_WEBHOOK_ENDPOINT)
    @Operation(summary = "Changes a webhook", description = "What is not given stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewWebhookEndpoint.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            content = @Content(schema = @Schema(implementation = AmaniWebhookEndpoint.class)))
    public AmaniWebhookEndpoint change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var present = require(caller, id);
        var members = AmaniWebhookMembers.of(body);
        body.done();
        return webhooks.change(caller, caller.tenant(), present.id(), members.toChange(), null)
                .map(AmaniWebhookEndpoint::of)
                .orElseThrow(AmaniWebhookEndpointsResource::unknown);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_WEBHOOK_ENDPOINT)
    @Operation(summary = "Changes a webhook", description = "As PATCH, but address and events must be given.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewWebhookEndpoint.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            content = @Content(schema = @Schema(implementation = AmaniWebhookEndpoint.class)))
    public AmaniWebhookEndpoint replace(@PathParam("id") String id, AmaniBody body) {
        required(body);
        return change(id, body);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(AmaniRights.DELETE_WEBHOOK_ENDPOINT)
    @Operation(summary = "Removes a webhook")
    @APIResponse(responseCode = "204", description = "Nothing is sent to it any more")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        if (!webhooks.remove(caller, caller.tenant(), key(id), null)) {
            throw unknown();
        }
    }

    @GET
    @Path("{id}/secret")
    @RolesAllowed(AmaniRights.VIEW_WEBHOOK_ENDPOINT)
    @Operation(
            summary = "Tells of a webhook's secret",
            description = "Which it is, by its last characters; the secret itself is shown where it is made.")
    @APIResponse(
            responseCode = "200",
            description = "Its last characters",
            content = @Content(schema = @Schema(implementation = AmaniWebhookSecret.class)))
    public AmaniWebhookSecret secret(@PathParam("id") String id) {
        return AmaniWebhookSecret.of(require(exchange.requireCaller(), id));
    }

    @PATCH
    @Path("{id}/secret")
    @RolesAllowed(AmaniRights.CHANGE_WEBHOOK_ENDPOINT)
    @Operation(
            summary = "Makes a new secret",
            description = "It is shown this once. The one of before signs beside it for a day.")
    @APIResponse(
            responseCode = "200",
            description = "The new secret",
            content = @Content(schema = @Schema(implementation = AmaniWebhookSecret.class)))
    public AmaniWebhookSecret rotate(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        var present = require(caller, id);
        return webhooks.rotate(caller, caller.tenant(), present.id(), WebhookService.OVERLAP)
                .map(AmaniWebhookSecret::of)
                .orElseThrow(AmaniWebhookEndpointsResource::unknown);
    }

    private static void required(AmaniBody body) {
        body.require(AmaniWebhookMembers.URL);
        body.require(AmaniWebhookMembers.EVENTS);
    }

    private WebhookEndpoint require(Caller caller, String id) {
        return webhooks.byId(caller.tenant(), key(id)).orElseThrow(AmaniWebhookEndpointsResource::unknown);
    }

    private static UUID key(String id) {
        return Ids.parse(id).orElseThrow(AmaniWebhookEndpointsResource::unknown);
    }

    private static FailureException unknown() {
        return new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "id", "there is no such webhook"));
    }
}
