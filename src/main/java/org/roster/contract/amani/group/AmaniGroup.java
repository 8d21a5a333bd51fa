package org.roster.contract.amani.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.group.Group;

/** A permission group as the published page shows it. */
@Schema(name = "AmaniGroup")
public record AmaniGroup(
        @Schema(examples = "2") int id,

        @Schema(examples = "Company Admin") String name,

        @Schema(examples = "[\"view_company\", \"view_group\"]")
        List<String> permissions) {

    public static AmaniGroup of(Group group) {
        return new AmaniGroup(
                group.number(),
                group.name(),
                group.permissions().stream().sorted().toList());
    }
}
