package org.roster.contract.roster.group;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.roster.Given;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupStatus;
import org.roster.http.Patch;

/** The members of a group that can be changed, as the published document shows them; it is read as a {@link Patch}. */
@Schema(name = "GroupPatch", description = "Any of these members; null takes a value away.")
public record GroupPatchBody(
        String name,
        String code,
        String description,
        GroupStatus status,
        Set<String> permissions,
        Map<String, Object> customData) {

    static GroupChange read(Patch patch, Group present) {
        var change = new GroupChange()
                .name(Given.required("name", patch.text("name")))
                .code(Given.required("code", patch.text("code")))
                .description(patch.text("description"))
                .status(Given.required("status", patch.word("status", GroupStatus.class)))
                .permissions(Given.required("permissions", patch.words("permissions")))
                .customData(patch.merged("customData", present.customData()));
        patch.done();
        return change;
    }
}
