package org.roster.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How something was at a moment.
 *
 * @param members what the trail remembers of it, under the names that events have; what is not set is not there
 * @param event the last event before the moment that changed it; null when that one is no longer kept
 * @param createdAt when it was made, if that is known
 * @param updatedAt when that last event was
 */
public record PastState(
        UUID id,
        UUID tenant,
        Instant asOf,
        Map<String, @Nullable Object> members,
        @Nullable UUID event,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public @Nullable String text(String member) {
        var value = members.get(member);
        return value == null ? null : String.valueOf(value);
    }

    public boolean flag(String member) {
        return Boolean.TRUE.equals(members.get(member));
    }

    public @Nullable Instant moment(String member) {
        var text = text(member);
        return text == null ? null : Instant.parse(text);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String member) {
        return members.get(member) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    public List<String> texts(String member) {
        return members.get(member) instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
