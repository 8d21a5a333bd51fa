package org.roster.contract.econtext.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextCodes;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.application.Application;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.group.NewGroup;

/** The body of {@code POST /groups/group}; it is read as an {@link EcontextBody}. */
@Schema(
        name = "EcontextNewGroup",
        requiredProperties = {"name", "application"})
public record EcontextNewGroup(
        @Schema(examples = "Test Group") String name,
        @Schema(examples = "A test group") String description,

        @JsonProperty("custom_data") Map<String, Object> customData,

        @Schema(examples = "609543d6-1cca-4039-9c1a-c843bda15ba4", description = "The id of an application")
        String application,

        @Schema(examples = "ENABLED", description = "ENABLED (if nothing is given) or DISABLED")
        String status,

        @Schema(description = "A UUID that the group has elsewhere and is to keep")
        String id) {

    /** Its members have no permissions by it: this contract knows none. */
    static NewGroup read(EcontextBody body, Application application) {
        var name = body.name();
        return new NewGroup(
                        application.tenantId(),
                        name,
                        EcontextCodes.group(name, application.id()),
                        body.text("description"),
                        Set.of(),
                        application.id(),
                        body.customData())
                .withId(body.id())
                .withStatus(body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                        .map(EcontextNewGroup::status)
                        .orElse(GroupStatus.ACTIVE));
    }

    static GroupStatus status(EcontextStatus word) {
        return word == EcontextStatus.ENABLED ? GroupStatus.ACTIVE : GroupStatus.INACTIVE;
    }
}
