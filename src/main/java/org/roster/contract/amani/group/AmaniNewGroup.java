package org.roster.contract.amani.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /group}, as the published document shows it. */
@Schema(name = "AmaniNewGroup")
public record AmaniNewGroup(
        @Schema(required = true, maxLength = 128, examples = "Company Admin")
        String name,

        @Schema(examples = "[\"view_company\", \"view_group\"]")
        List<String> permissions) {}
