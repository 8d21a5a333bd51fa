package org.roster.contract.roster.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.audit.chain.ChainedEvent;
import org.roster.directory.query.Page;

/** A stretch of the feed. */
@Schema(name = "EventFeed")
public record FeedPage(
        List<PlacedEventBody> items,

        @Schema(description = "Give it as `after` to go on, now or later; the last place that was looked at")
        long next) {

    static FeedPage of(Page<ChainedEvent> page, long after, long end) {
        var events = page.items();
        long last = events.isEmpty() ? after : events.get(events.size() - 1).seq();
        // The last page was looked through up to the end, also where a filter let nothing pass.
        return new FeedPage(
                events.stream().map(PlacedEventBody::of).toList(), page.next() == null ? Math.max(last, end) : last);
    }
}
