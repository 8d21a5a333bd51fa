package org.roster.contract.roster.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;

/** A page of events. */
@Schema(name = "EventPage")
public record EventPage(
        List<EventBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static EventPage of(Page<AuditRecord> page) {
        return new EventPage(page.items().stream().map(EventBody::of).toList(), page.next());
    }
}
