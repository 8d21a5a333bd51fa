package org.roster.contract.authservice.role;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.group.NewGroup;

/** The body of {@code POST /api/roles}. */
@Schema(name = "AuthserviceNewRole")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewRole(
        @Schema(required = true, examples = "EDITOR")
        @NotNull(message = "{authservice.role.name.required}")
        @Size(max = 100, message = "{authservice.role.name.long}")
        @SingleLine(message = "{authservice.role.name.invalid}")
        String name,

        @Size(max = 200, message = "{authservice.description.long}") @Nullable
        String description) {

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewRole {
        name = Given.text(name);
        description = Given.text(description);
    }

    NewGroup toNewGroup(UUID tenant, @Nullable String code) {
        return new NewGroup(tenant, name, code, description, Authority.of(name), null, Map.of());
    }
}
