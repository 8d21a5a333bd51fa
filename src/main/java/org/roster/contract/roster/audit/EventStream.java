package org.roster.contract.roster.audit;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.ChainedEvent;
import org.roster.audit.chain.EventFeed;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;

/** One client that listens. */
final class EventStream {

    private static final int PAGE = 50;

    /** How long a client waits before it comes again, in milliseconds. */
    private static final long RECONNECT = 1_000;

    private final SseEventSink sink;
    private final Sse sse;
    private final Wanted wanted;
    private final Caller caller;
    private final Supplier<Caller> anew;
    private long place;

    /** What it wants to hear of. */
    record Wanted(
            UUID tenant, @Nullable String type, @Nullable UUID subject) {}

    EventStream(SseEventSink sink, Sse sse, Wanted wanted, long place, Caller caller, Supplier<Caller> anew) {
        this.sink = sink;
        this.sse = sse;
        this.wanted = wanted;
        this.place = place;
        this.caller = caller;
        this.anew = anew;
    }

    UUID listener() {
        return caller.id();
    }

    /** Says that it is there, so that headers go out, and after what time to come again. */
    void greet() {
        sink.send(sse.newEventBuilder()
                .comment("roster")
                .reconnectDelay(RECONNECT)
                .build());
    }

    /** Keeps proxies from taking the connection for dead. */
    void beat() {
        if (!sink.isClosed()) {
            sink.send(sse.newEventBuilder().comment("").build());
        }
    }

    /**
     * Sends what has come since.
     *
     * @return whether the client is still there
     */
    boolean send(EventFeed feed) {
        if (sink.isClosed()) {
            return false;
        }
        List<ChainedEvent> events;
        do {
            long end = feed.end(wanted.tenant());
            events = feed.after(wanted.tenant(), place, wanted.type(), wanted.subject(), PAGE);
            for (var event : events) {
                // The next goes when this one is with the connection: a slow client holds up itself only, and fills
                // nothing.
                sink.send(sse.newEventBuilder()
                                .id(Long.toString(event.seq()))
                                .name(event.event().type())
                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(PlacedEventBody.of(event))
                                .build())
                        .toCompletableFuture()
                        .join();
                place = event.seq();
            }
            if (events.size() < PAGE) {
                place = Math.max(place, end);
            }
        } while (events.size() == PAGE);
        return !sink.isClosed();
    }

    /** Whether the caller may still hear this. */
    boolean allowed() {
        try {
            var now = anew.get();
            return now.holds(Scopes.EVENTS_READ) && (now.tenant().equals(wanted.tenant()) || now.platform());
        } catch (RuntimeException e) {
            return false;
        }
    }

    void close() {
        sink.close();
    }
}
