package org.roster.contract.amani.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PATCH /application/{id}}, as the published document shows it. */
@Schema(name = "AmaniApplicationChange", description = "Any of these members; what is not given stays as it is.")
public record AmaniApplicationChange(
        @Schema(maxLength = 128, examples = "Back office") String name,

        @Schema(maxLength = 1000) String description,

        @Schema(description = "In place of those that it has", examples = "[\"view_user\"]")
        List<String> permissions,

        @JsonProperty("is_active") boolean active) {}
