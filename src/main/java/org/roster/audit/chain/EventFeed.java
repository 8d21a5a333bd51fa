package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;

/**
 * The events of a tenant for those who follow them: in the order of their places, which never changes and has no gaps, so
 * that a reader who remembers the last place misses nothing and sees the events of one subject in their order. An event gets
 * its place a moment after its change.
 */
@ApplicationScoped
public class EventFeed {

    @Inject
    ChainRepository chains;

    @Inject
    PageReader reader;

    /** A page of events behind a place; large ones end it early. One without a next page has been looked for up to the end. */
    public Page<ChainedEvent> page(UUID tenant, long seq, @Nullable String type, @Nullable UUID subject, int limit) {
        return reader.page(
                limit,
                one -> one.event().weight(),
                (last, most) -> chains.after(tenant, last == null ? seq : last.seq(), type, subject, most),
                last -> Long.toString(last.seq()));
    }

    /** Events behind a place, at most so many, for who lets go of them one by one. */
    public List<ChainedEvent> after(UUID tenant, long seq, @Nullable String type, @Nullable UUID subject, int limit) {
        return chains.after(tenant, seq, type, subject, limit);
    }

    /** The last place of now; zero before the first event. */
    public long end(UUID tenant) {
        return chains.head(tenant);
    }
}
