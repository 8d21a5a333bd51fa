package org.roster.contract.roster.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;

/** An event as {@code /v1} shows it: one change, who made it, and what was and is. */
@Schema(name = "Event")
public record EventBody(
        UUID id,
        Instant at,
        @Schema(examples = "user.created") String type,
        @Schema(examples = "user") String subjectType,

        @Schema(description = "The id of what was changed") String subject,

        Actor actor,

        @Schema(description = "The contract through which the change came", examples = "roster")
        String contract,

        @Schema(description = "The `X-Request-Id` of the request")
        String requestId,

        @Schema(type = SchemaType.OBJECT, description = "The changed members as they were; never a secret")
        @JsonRawValue
        @Nullable
        String before,

        @Schema(type = SchemaType.OBJECT, description = "The changed members as they became; never a secret")
        @JsonRawValue
        @Nullable
        String after) {

    /** Who made a change. */
    @Schema(name = "EventActor")
    public record Actor(
            @Schema(description = "`CLIENT`, `USER`, `API_KEY`, or `SYSTEM` for Roster itself")
            String kind,

            String id,

            @Schema(description = "A client identifier, a user name or the id of an API key")
            String name) {}

    public static EventBody of(AuditRecord row) {
        return new EventBody(
                row.id(),
                row.at(),
                row.type(),
                row.subjectType(),
                row.subject(),
                new Actor(row.actorKind(), row.actor(), row.actorName()),
                row.contract(),
                row.requestId(),
                row.before(),
                row.after());
    }
}
