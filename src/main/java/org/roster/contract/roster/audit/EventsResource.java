package org.roster.contract.roster.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditFilter;
import org.roster.audit.AuditTrail;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Limits;
import org.roster.system.Ids;

/** What happened in a tenant. Events are read only: they are written by the changes themselves. */
@Path("v1/events")
@Tag(name = "events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EventsResource {

    @Inject
    AuditTrail trail;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(summary = "Lists events", description = "By subject and type, the oldest first unless asked otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    public EventPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "Id of what was changed") @QueryParam("subject") @Nullable String subject,
            @Parameter(
                            description = "Such as `user.created`",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "`asc` or `desc`") @QueryParam("order") @Nullable String order,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new AuditFilter(subject(subject), Query.filter("type", type));
        return EventPage.of(trail.find(
                caller, tenants.resolve(caller, tenant), filter, Query.newestFirst(order), cursor, Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(summary = "Reads an event")
    @APIResponse(
            responseCode = "200",
            description = "The event",
            content = @Content(schema = @Schema(implementation = EventBody.class)))
    public EventBody get(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var tenantId = tenants.resolve(exchange.requireCaller(), tenant);
        return Ids.parse(id)
                .flatMap(eventId -> trail.byId(tenantId, eventId))
                .map(EventBody::of)
                .orElseThrow(() ->
                        new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "event", "there is no such event")));
    }

    /** The id of what was changed, in a query. */
    static @Nullable UUID subject(@Nullable String text) {
        return Query.parsed("subject", text, EventsResource::subjectId, "an id");
    }

    /** The id of an API key has its own form. */
    private static Optional<UUID> subjectId(String text) {
        return Ids.parse(text).or(() -> Ids.parseShort(text));
    }
}
