package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of a tenant for those who follow them: in the order of their places, which never changes and has no gaps, so
 * that a reader who remembers the last place misses nothing and sees the events of one subject in their order. An event gets
 * its place a moment after its change.
 */
@ApplicationScoped
public class EventFeed {

    @Inject
    ChainRepository chains;

    /** Events behind a place, at most so many. */
    public List<ChainedEvent> after(UUID tenant, long seq, @Nullable String type, @Nullable UUID subject, int limit) {
        return chains.after(tenant, seq, type, subject, limit);
    }

    /** The last place of now; zero before the first event. */
    public long end(UUID tenant) {
        return chains.head(tenant);
    }
}
