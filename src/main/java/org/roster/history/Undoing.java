package org.roster.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.persistence.JsonConverter;

/** Goes back from a state to the one of a moment, an event at a time, the newest first. */
final class Undoing {

    private final String created;
    private final String updated;
    private final String deleted;
    private final Instant at;
    private @Nullable Map<String, @Nullable Object> members;
    private @Nullable UUID event;
    private @Nullable Instant updatedAt;
    private @Nullable Instant createdAt;
    private @Nullable Instant born;
    private boolean over;

    /** @param present the state of now, or null when there is none any more */
    Undoing(String kind, @Nullable Map<String, @Nullable Object> present, Instant at) {
        this.created = kind + ".created";
        this.updated = kind + ".updated";
        this.deleted = kind + ".deleted";
        this.members = present;
        this.at = at;
    }

    /** Whether older events say nothing more. */
    boolean over() {
        return over;
    }

    void take(AuditRecord row) {
        if (over
                || !row.type().equals(created)
                        && !row.type().equals(updated)
                        && !row.type().equals(deleted)) {
            return;
        }
        if (row.valuesErased()) {
            members = null;
            over = true;
        } else if (row.at().isAfter(at)) {
            undo(row);
        } else {
            event = row.id();
            updatedAt = row.at();
            createdAt = born == null && row.type().equals(created) ? row.at() : born;
            members = row.type().equals(deleted) ? null : members;
            over = true;
        }
    }

    private void undo(AuditRecord row) {
        var before = JsonConverter.read(row.before());
        if (row.type().equals(created)) {
            members = null;
            over = true;
        } else if (row.type().equals(deleted)) {
            members = new LinkedHashMap<>(before);
            born = members.remove("createdAt") instanceof String text ? Instant.parse(text) : null;
        } else if (members != null) {
            members.putAll(before);
        }
    }

    @Nullable
    Map<String, @Nullable Object> members() {
        return members;
    }

    @Nullable
    UUID event() {
        return event;
    }

    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }
}
