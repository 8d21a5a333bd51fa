package org.roster.contract.amani.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PATCH /group/{id}}, as the published document shows it. */
@Schema(name = "AmaniGroupChange", description = "Any of these members; what is not given stays as it is.")
public record AmaniGroupChange(
        @Schema(maxLength = 128, examples = "Company Admin") String name,

        @Schema(description = "In place of those that the group has", examples = "[\"view_company\", \"view_group\"]")
        List<String> permissions) {}
