package org.roster.contract.ecosys.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.directory.group.NewGroup;

/** The body of {@code POST /api/groups}. */
@Schema(name = "EcosysNewGroup")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysNewGroup(
        @Schema(required = true, description = "Letters, digits, dots, hyphens, underscores", examples = "helpdesk")
        @NotEmpty(message = EcosysMissing.GROUP)
        @Size(max = 80, message = "name must have at most 80 characters.")
        String name,

        @Nullable String description) {

    /** The name stands in addresses, so it is the directory's code of the group as well. */
    NewGroup toNewGroup(UUID tenant) {
        return new NewGroup(tenant, name, name, description, Set.of(), null, Map.of());
    }
}
