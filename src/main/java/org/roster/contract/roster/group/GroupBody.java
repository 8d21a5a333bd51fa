package org.roster.contract.roster.group;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupStatus;

/** A group as {@code /v1} shows it. */
@Schema(name = "Group")
public record GroupBody(
        UUID id,

        @Schema(
                description = "The same id for clients that know ids of 24 hexadecimal digits",
                examples = "57c6eb28962f94a7caab8a22")
        String objectId,

        UUID tenant,

        @Schema(description = "Its id for clients that count; unique in the tenant", examples = "2")
        int number,

        @Schema(examples = "help-desk") String code,
        @Schema(examples = "Help desk") String name,
        @Nullable String description,

        @Schema(description = "The permissions of an inactive group do not count")
        GroupStatus status,

        Set<String> permissions,
        @Nullable UUID application,
        Map<String, Object> customData,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {

    static GroupBody of(Group group) {
        return new GroupBody(
                group.id(),
                group.objectId(),
                group.tenantId(),
                group.number(),
                group.code(),
                group.name(),
                group.description(),
                group.status(),
                group.permissions(),
                group.applicationId(),
                group.customData(),
                group.createdAt(),
                group.updatedAt(),
                group.version());
    }
}
