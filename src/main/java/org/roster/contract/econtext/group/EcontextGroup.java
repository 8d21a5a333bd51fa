package org.roster.contract.econtext.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReply.EcontextResult;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.contract.econtext.EcontextTime;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupStatus;

/** A group as this contract shows it. */
@Schema(name = "EcontextGroup")
public record EcontextGroup(
        @Schema(examples = "5fb6f5d6-3a6d-4e1d-83bb-7445274745bf")
        String id,

        @Schema(examples = "Test Group") String name,

        @Schema(examples = "A test group with some custom_data") @Nullable
        String description,

        @Schema(examples = "ENABLED") String status,
        @JsonProperty("custom_data") @Nullable Map<String, Object> customData,

        @Schema(examples = "2017-05-08 19:22:48.867000+00:00") @JsonProperty("created_at")
        String createdAt,

        @Schema(examples = "2017-05-08 19:22:48.871000+00:00") @JsonProperty("modified_at")
        String modifiedAt,

        @Schema(
                examples = "609543d6-1cca-4039-9c1a-c843bda15ba4",
                description = "The application that it belongs to; null for a group of another contract that has none")
        @Nullable
        String application,

        String href) {

    public static EcontextGroup of(Group group, EcontextLinks links) {
        var data = group.customData();
        var application = group.applicationId();
        return new EcontextGroup(
                group.id().toString(),
                group.name(),
                group.description(),
                EcontextStatus.of(group.status() == GroupStatus.ACTIVE).name(),
                data.isEmpty() ? null : data,
                EcontextTime.of(group.createdAt()),
                EcontextTime.of(group.updatedAt()),
                application == null ? null : application.toString(),
                links.group(group.id()));
    }

    /** One group under its name. */
    @Schema(name = "EcontextOneGroup")
    public record EcontextOneGroup(EcontextGroup group) {}

    /** All groups. */
    @Schema(name = "EcontextGroups")
    public record EcontextGroups(List<EcontextGroup> groups) {}

    /** The answer with all groups; it is streamed. */
    @Schema(name = "EcontextGroupsReply")
    public record EcontextGroupsReply(EcontextResult<EcontextGroups> econtext) {}
}
