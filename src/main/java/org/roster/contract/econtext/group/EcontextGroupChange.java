package org.roster.contract.econtext.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextCodes;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;

/** The body of {@code PUT /groups/group/{id}}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextGroupChange", description = "Any of these members.")
public record EcontextGroupChange(
        String name,
        String description,

        @Schema(description = "Replaces what was there") @JsonProperty("custom_data")
        Map<String, Object> customData,

        @Schema(description = "ENABLED or DISABLED") String status) {

    static GroupChange read(EcontextBody body, Group present) {
        var name = body.newName();
        var change = new GroupChange()
                .name(name)
                .description(body.field("description"))
                .customData(body.newCustomData());
        var application = present.applicationId();
        // A code that somebody else chose stays: addresses of other contracts are made of it.
        if (application != null && present.code().equals(EcontextCodes.group(present.name(), application))) {
            change.code(name.map(given -> EcontextCodes.group(given, application)));
        }
        body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                .ifPresent(word -> change.status(Field.of(EcontextNewGroup.status(word))));
        return change;
    }
}
