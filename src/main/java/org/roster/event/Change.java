package org.roster.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;

/**
 * One thing that happened in the directory. It holds ids and plain values: no entity, and no secret.
 *
 * @param id the event's own id, under which all who read events know it
 * @param at when it happened, in microseconds, as databases keep it
 * @param tenant the tenant whose data changed, which is not always the actor's
 * @param type what happened, as {@code subject.verb}: {@code user.created}
 * @param subjectType the kind of thing it happened to
 * @param subject the id of that thing
 * @param before the changed members as they were; empty for something new
 * @param after the changed members as they are; empty for something gone
 * @param actor who did it
 */
public record Change(
        UUID id,
        Instant at,
        UUID tenant,
        String type,
        String subjectType,
        UUID subject,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Caller actor) {

    /** Whether it tells only who came and was let in or not: nothing is otherwise than before, so nothing is read anew for it. */
    public boolean access() {
        return EventType.access().contains(type);
    }
}
