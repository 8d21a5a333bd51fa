package org.roster.contract.roster.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.EventFeed;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Limits;

/** The events in the order in which they can be followed: page by page, or as they come. */
@Path("v1/events")
@Tag(name = "events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EventFeedResource {

    @Inject
    EventFeed feed;

    @Inject
    EventStreams streams;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @Path("feed")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Follows the events",
            description =
                    "In the order of their places, which never changes: who goes on from `next` misses nothing, sees"
                            + " no event twice, and sees the events of one subject in their order. An event has its place a moment"
                            + " after its change.")
    @APIResponse(
            responseCode = "200",
            description = "The events behind a place",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    public FeedPage follow(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "The place behind which to begin; 0, the beginning, unless given")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(
                            description = "Such as `user.created`",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "Id of what was changed") @QueryParam("subject") @Nullable String subject,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit) {
        var tenantId = tenants.resolve(exchange.requireCaller(), tenant);
        long behind = Objects.requireNonNullElse(Query.place("after", after, 0), 0L);
        int most = Query.limit(limit);
        long end = feed.end(tenantId); // before the read, so that nothing is skipped that comes in between
        var page = feed.page(tenantId, behind, Query.filter("type", type), EventsResource.subject(subject), most);
        return FeedPage.of(page, behind, end);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Streams the events",
            description =
                    "Server-sent events (WHATWG HTML, 9.2): each has the place as its `id`, the type as its `event`, and"
                            + " the event as its `data`. A client that was cut off goes on by `Last-Event-ID`, as browsers do by"
                            + " themselves. The stream ends when the caller's right to it does.")
    @APIResponse(
            responseCode = "200",
            description = "The events as they come",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PlacedEventBody.class)))
    public void stream(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "The place behind which to begin; only what comes from now on unless given")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(
                            description = "Such as `user.created`",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "Id of what was changed") @QueryParam("subject") @Nullable String subject,
            @Parameter(description = "The `id` of the last event that arrived; goes before `after`")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Nullable
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var behind = Query.place(HttpHeaders.LAST_EVENT_ID_HEADER, lastEventId, 0);
        if (behind == null) {
            behind = Query.place("after", after, 0);
        }
        streams.open(new EventStream(
                sink,
                sse,
                new EventStream.Wanted(tenantId, Query.filter("type", type), EventsResource.subject(subject)),
                behind == null ? feed.end(tenantId) : behind,
                caller,
                exchange.anew()));
    }
}
