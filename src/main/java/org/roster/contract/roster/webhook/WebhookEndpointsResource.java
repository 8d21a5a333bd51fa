package org.roster.contract.roster.webhook;

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
import java.util.UUID;
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
import org.roster.directory.tenant.TenantService;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Patch;
import org.roster.system.Ids;
import org.roster.webhook.WebhookEndpoint;
import org.roster.webhook.WebhookService;

/** Where a tenant's events are sent. */
@Path("v1/webhook-endpoints")
@Tag(name = "webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WebhookEndpointsResource {

    @Inject
    WebhookService webhooks;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.WEBHOOKS_CREATE)
    @Operation(
            summary = "Adds a webhook",
            description = "Its secret is in this answer only. The caller must hold `events:read` too, since a webhook"
                    + " brings what events tell.")
    @APIResponse(
            responseCode = "201",
            description = "The endpoint with its secret, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = WebhookEndpointBody.class)))
    public Response add(@NotNull @Valid NewWebhookEndpointBody body) {
        var caller = exchange.requireCaller();
        var issued = webhooks.add(caller, body.toNewEndpoint(tenants.resolve(caller, body.tenant())));
        return Response.created(
                        URI.create("/v1/webhook-endpoints/" + issued.endpoint().id()))
                .tag(Conditional.tag(issued.endpoint().version()))
                .entity(WebhookEndpointBody.of(issued))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.WEBHOOKS_READ)
    @Operation(summary = "Lists webhooks", description = "In the order of their making, a page at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of endpoints",
            content = @Content(schema = @Schema(implementation = WebhookEndpointPage.class)))
    public WebhookEndpointPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        return WebhookEndpointPage.of(
                webhooks.find(caller, tenants.resolve(caller, tenant), cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.WEBHOOKS_READ)
    @Operation(summary = "Reads a webhook", description = "Without its secret, which nobody can read again.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = WebhookEndpointBody.class)))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var endpoint = require(tenants.resolve(exchange.requireCaller(), tenant), id);
        return Conditional.unchanged(ifNoneMatch, endpoint.version())
                ? Response.notModified(Conditional.tag(endpoint.version())).build()
                : shown(endpoint, WebhookEndpointBody.of(endpoint));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.WEBHOOKS_UPDATE)
    @Operation(
            summary = "Changes a webhook",
            description = "A JSON merge patch (RFC 7396). The caller must hold `events:read` too.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookEndpointPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now",
            content = @Content(schema = @Schema(implementation = WebhookEndpointBody.class)))
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var present = require(tenantId, id);
        var change = WebhookEndpointPatchBody.read(Patch.of(body), present);
        return webhooks.change(caller, tenantId, present.id(), change, Conditional.ifMatch(ifMatch))
                .map(endpoint -> shown(endpoint, WebhookEndpointBody.of(endpoint)))
                .orElseThrow(WebhookEndpointsResource::unknown);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.WEBHOOKS_DELETE)
    @Operation(summary = "Removes a webhook", description = "With all that was sent to it, and all that waits.")
    @APIResponse(responseCode = "204", description = "The endpoint is gone")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var caller = exchange.requireCaller();
        if (!webhooks.remove(caller, tenants.resolve(caller, tenant), key(id), Conditional.ifMatch(ifMatch))) {
            throw unknown();
        }
    }

    @POST
    @Path("{id}/rotate-secret")
    @RolesAllowed(Scopes.WEBHOOKS_UPDATE)
    @Operation(
            summary = "Makes a new secret",
            description = "It is in this answer only. The one of before signs beside it for the given time. The caller"
                    + " must hold `events:read` too.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint with its new secret",
            content = @Content(schema = @Schema(implementation = WebhookEndpointBody.class)))
    public Response rotateSecret(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Valid @Nullable RotationBody body) {
        var caller = exchange.requireCaller();
        return webhooks.rotate(caller, tenants.resolve(caller, tenant), key(id), RotationBody.overlap(body))
                .map(issued -> shown(issued.endpoint(), WebhookEndpointBody.of(issued)))
                .orElseThrow(WebhookEndpointsResource::unknown);
    }

    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.WEBHOOKS_UPDATE)
    @Operation(
            summary = "Tries a webhook",
            description =
                    "Sends it a `webhook.test`, whatever it has subscribed to; see its deliveries for the outcome.")
    @APIResponse(
            responseCode = "202",
            description = "The event is queued",
            content = @Content(schema = @Schema(implementation = WebhookEndpointBody.class)))
    public Response test(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        return webhooks.test(caller, tenants.resolve(caller, tenant), key(id))
                .map(endpoint -> Response.accepted(WebhookEndpointBody.of(endpoint))
                        .tag(Conditional.tag(endpoint.version()))
                        .build())
                .orElseThrow(WebhookEndpointsResource::unknown);
    }

    private WebhookEndpoint require(UUID tenant, String id) {
        return webhooks.byId(tenant, key(id)).orElseThrow(WebhookEndpointsResource::unknown);
    }

    private static Response shown(WebhookEndpoint endpoint, WebhookEndpointBody body) {
        return Response.ok(body).tag(Conditional.tag(endpoint.version())).build();
    }

    private static UUID key(String id) {
        return Ids.parse(id).orElseThrow(WebhookEndpointsResource::unknown);
    }

    private static FailureException unknown() {
        return new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "webhook_endpoint", "there is no such webhook"));
    }
}
