package org.roster.contract.authservice.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.system.Ids;

/** A change as authservice prints it. */
@Schema(name = "AuthserviceAuditLog")
public record AuthserviceAuditLog(
        UUID id,

        @Schema(description = "What kind of thing was changed", examples = "USERS")
        String module,

        @Schema(description = "What happened to it", examples = "CREATED")
        String action,

        @Schema(
                description = "Who did it: a user name, a client or the id of an API key",
                examples = "john.doe@example.com")
        String username,

        @Schema(description = "The id of what was changed") String entityId,

        @Schema(type = SchemaType.OBJECT, description = "The changed members as they were; never a secret")
        @JsonRawValue
        @Nullable
        String before,

        @Schema(type = SchemaType.OBJECT, description = "The changed members as they became; never a secret")
        @JsonRawValue
        @Nullable
        String after,

        @Schema(description = "The `X-Request-Id` of the request")
        String requestId,

        Instant timestamp) {

    static AuthserviceAuditLog of(AuditRecord row) {
        var type = row.type();
        return new AuthserviceAuditLog(
                row.id(),
                AuditModule.of(row.subjectType()),
                type.substring(type.indexOf('.') + 1).toUpperCase(Locale.ROOT),
                row.actorName(),
                row.subjectType().equals("api_key")
                        ? Ids.shortForm(row.subjectId())
                        : row.subjectId().toString(),
                row.before(),
                row.after(),
                row.requestId(),
                row.at());
    }

    /** A page of changes. */
    @Schema(name = "AuthserviceAuditLogPage")
    public record Page(
            List<AuthserviceAuditLog> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthserviceAuditLog> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
