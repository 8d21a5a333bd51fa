package org.roster.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.system.Ids;

/** Announces changes inside their transaction; the audit trail and the caches listen. */
@ApplicationScoped
public class Changes {

    @Inject
    Event<Change> changes;

    @Inject
    Clock clock;

    public void created(Caller by, UUID tenant, String subjectType, UUID subject, Map<String, @Nullable Object> after) {
        fire(by, tenant, subjectType + ".created", subjectType, subject, Map.of(), after);
    }

    /** Announces what is different between two snapshots; when nothing is, nothing happened. */
    public void updated(
            Caller by,
            UUID tenant,
            String subjectType,
            UUID subject,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var was = new LinkedHashMap<String, @Nullable Object>();
        var is = new LinkedHashMap<String, @Nullable Object>();
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            var old = value(before, after, name);
            var present = value(after, before, name);
            if (!Objects.equals(old, present)) {
                was.put(name, old);
                is.put(name, present);
            }
        }
        if (!is.isEmpty()) {
            fire(by, tenant, subjectType + ".updated", subjectType, subject, was, is);
        }
    }

    /** What a snapshot says of a member. A flag that it does not mention is not set. */
    private static @Nullable Object value(
            Map<String, @Nullable Object> snapshot, Map<String, @Nullable Object> other, String name) {
        var value = snapshot.get(name);
        return value == null && other.get(name) instanceof Boolean ? Boolean.FALSE : value;
    }

    public void deleted(
            Caller by, UUID tenant, String subjectType, UUID subject, Map<String, @Nullable Object> before) {
        fire(by, tenant, subjectType + ".deleted", subjectType, subject, before, Map.of());
    }

    /** Announces something with a verb of its own, such as {@code user.joined}. */
    public void happened(
            Caller by,
            UUID tenant,
            String type,
            String subjectType,
            UUID subject,
            Map<String, @Nullable Object> facts) {
        fire(by, tenant, type, subjectType, subject, Map.of(), facts);
    }

    private void fire(
            Caller by,
            UUID tenant,
            String type,
            String subjectType,
            UUID subject,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        if (EventType.of(type).isEmpty()) {
            throw new IllegalArgumentException("the catalogue of events does not know " + type);
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        changes.fire(new Change(Ids.next(), at, tenant, type, subjectType, subject, before, after, by));
    }
}
