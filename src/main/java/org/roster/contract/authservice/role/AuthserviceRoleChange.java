package org.roster.contract.authservice.role;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;

/** The body of {@code PUT /api/roles/{id}}: what is missing stays as it is. */
@Schema(name = "AuthserviceRoleChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceRoleChange(
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.role.name.required}")
        @Size(max = 100, message = "{authservice.role.name.long}")
        @SingleLine(message = "{authservice.role.name.invalid}")
        @Nullable
        String name,

        @Schema(description = "An empty text takes it away")
        @Size(max = 200, message = "{authservice.description.long}")
        @Nullable
        String description) {

    public AuthserviceRoleChange {
        name = Given.stripped(name);
        description = Given.stripped(description);
    }

    GroupChange toChange(Group present) {
        var change = new GroupChange().name(Given.field(name)).description(Given.erasable(description));
        if (name == null || name.equals(present.name())) {
            return change;
        }
        var permissions = Authority.renamed(present.permissions(), present.name(), name);
        return permissions.equals(present.permissions()) ? change : change.permissions(Field.of(permissions));
    }
}
