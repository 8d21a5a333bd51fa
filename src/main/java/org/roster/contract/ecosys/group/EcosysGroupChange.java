package org.roster.contract.ecosys.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.ecosys.Given;
import org.roster.directory.group.GroupChange;

/** The body of {@code PATCH /api/groups/{name}}; empty members change nothing. */
@Schema(name = "EcosysGroupChange", description = "Any of these members; empty ones change nothing.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysGroupChange(
        @Size(max = 80, message = "name must have at most 80 characters.") @Nullable
        String name,

        @Nullable String description) {

    public EcosysGroupChange {
        name = Given.text(name);
        description = Given.text(description);
    }

    GroupChange toChange() {
        return new GroupChange().name(Given.field(name)).code(Given.field(name)).description(Given.field(description));
    }
}
