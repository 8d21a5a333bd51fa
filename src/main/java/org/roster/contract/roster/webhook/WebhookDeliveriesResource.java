package org.roster.contract.roster.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.system.Ids;
import org.roster.webhook.Deliveries;
import org.roster.webhook.DeliveryFilter;
import org.roster.webhook.DeliveryStatus;

/** What was sent to a tenant's webhooks, what waits, and what was given up. */
@Path("v1/webhook-deliveries")
@Tag(name = "webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WebhookDeliveriesResource {

    @Inject
    Deliveries deliveries;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.WEBHOOKS_READ)
    @Operation(summary = "Lists deliveries", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(implementation = WebhookDeliveryPage.class)))
    public WebhookDeliveryPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "Id of an endpoint") @QueryParam("endpoint") @Nullable String endpoint,
            @Parameter(description = "`PENDING`, `RETRYING`, `DELIVERED` or `DEAD`") @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = "Id of an event") @QueryParam("event") @Nullable String event,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new DeliveryFilter(
                Query.id("endpoint", endpoint),
                Query.word("status", status, DeliveryStatus.class),
                Query.id("event", event));
        return WebhookDeliveryPage.of(
                deliveries.find(caller, tenants.resolve(caller, tenant), filter, cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.WEBHOOKS_READ)
    @Operation(summary = "Reads a delivery", description = "With the body as it would be sent now.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = WebhookDeliveryBody.class)))
    public WebhookDeliveryBody get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var delivery = Ids.parse(id)
                .flatMap(known -> deliveries.byId(tenantId, known))
                .orElseThrow(WebhookDeliveriesResource::unknown);
        return WebhookDeliveryBody.whole(
                delivery,
                caller.holds(Scopes.EVENTS_READ) ? deliveries.payload(delivery).orElse(null) : null);
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.WEBHOOKS_RETRY)
    @Operation(
            summary = "Sends a delivery again",
            description =
                    "Now: one that waits for its next try, was given up, or was delivered. Its `webhook-id` stays.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = WebhookDeliveryBody.class)))
    public WebhookDeliveryBody retry(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        return Ids.parse(id)
                .flatMap(known -> deliveries.retry(caller, tenantId, known))
                .map(WebhookDeliveryBody::of)
                .orElseThrow(WebhookDeliveriesResource::unknown);
    }

    private static FailureException unknown() {
        return new FailureException(
                Failure.of(Failure.Kind.NOT_FOUND, "webhook_delivery", "there is no such delivery"));
    }
}
