package org.roster.contract.authservice.permission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.permission.PermissionChange;

/** The body of {@code PUT /api/permissions/{id}}: what is missing stays as it is. */
@Schema(name = "AuthservicePermissionChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthservicePermissionChange(
        @Schema(description = "The new name is that of the permission in every role, too")
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.permission.name.required}")
        @Size(max = 100, message = "{authservice.permission.name.long}")
        @Pattern(regexp = AuthserviceNewPermission.WORD, message = "{authservice.permission.name.invalid}")
        @Nullable
        String name,

        @Schema(description = "An empty text takes it away")
        @Size(max = 200, message = "{authservice.description.long}")
        @Nullable
        String description) {

    public AuthservicePermissionChange {
        name = Given.stripped(name);
        description = Given.stripped(description);
    }

    PermissionChange toChange() {
        return new PermissionChange(Given.field(name), Given.erasable(description), Field.absent());
    }
}
