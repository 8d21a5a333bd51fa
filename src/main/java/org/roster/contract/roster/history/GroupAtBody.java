package org.roster.contract.roster.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.history.PastState;

/** A group as it was at a moment. */
@Schema(name = "GroupAt")
public record GroupAtBody(
        Instant asOf,

        @Schema(
                description =
                        "The last event before that moment which changed the group; null when it is no longer kept")
        @Nullable
        UUID event,

        UUID id,
        UUID tenant,
        @Nullable String code,
        @Nullable String name,
        @Nullable String description,
        @Nullable String status,
        List<String> permissions,
        @Nullable String application,
        Map<String, Object> customData,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public static GroupAtBody of(PastState past) {
        return new GroupAtBody(
                past.asOf(),
                past.event(),
                past.id(),
                past.tenant(),
                past.text("code"),
                past.text("name"),
                past.text("description"),
                past.text("status"),
                past.texts("permissions"),
                past.text("application"),
                past.map("customData"),
                past.createdAt(),
                past.updatedAt());
    }
}
