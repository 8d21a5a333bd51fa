package org.roster.contract.amani.application;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /application}, as the published document shows it. */
@Schema(name = "AmaniNewApplication")
public record AmaniNewApplication(
        @Schema(required = true, maxLength = 128, examples = "Back office")
        String name,

        @Schema(maxLength = 1000) String description,

        @Schema(examples = "[\"view_user\"]") List<String> permissions) {}
