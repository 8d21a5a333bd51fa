package org.roster.contract.roster.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.audit.chain.ChainedEvent;

/** A stretch of the feed. */
@Schema(name = "EventFeed")
public record FeedPage(
        List<PlacedEventBody> items,

        @Schema(description = "Give it as `after` to go on, now or later; the last place that was looked at")
        long next) {

    static FeedPage of(List<ChainedEvent> events, int limit, long after, long end) {
        // A page that is not full was looked through up to the end, also where a filter let nothing pass.
        long last = events.isEmpty() ? after : events.get(events.size() - 1).seq();
        return new FeedPage(
                events.stream().map(PlacedEventBody::of).toList(), events.size() < limit ? Math.max(last, end) : last);
    }
}
