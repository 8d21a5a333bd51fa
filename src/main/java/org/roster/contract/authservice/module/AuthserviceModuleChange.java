package org.roster.contract.authservice.module;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationChange;

/** The body of {@code PUT /api/modules/{id}}: what is missing stays as it is. */
@Schema(name = "AuthserviceModuleChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceModuleChange(
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.module.name.required}")
        @Size(max = 100, message = "{authservice.module.name.long}")
        @SingleLine(message = "{authservice.module.name.invalid}")
        @Nullable
        String name,

        @Pattern(regexp = AuthserviceNewModule.FROM_THE_ROOT, message = "{authservice.module.path.slash}")
        @Size(max = 200, message = "{authservice.module.path.long}")
        @SingleLine(message = "{authservice.module.path.invalid}")
        @Nullable
        String path,

        @Schema(description = "An empty text takes it away")
        @Size(max = 100, message = "{authservice.module.icon.long}")
        @SingleLine(message = "{authservice.module.icon.invalid}")
        @Nullable
        String icon) {

    public AuthserviceModuleChange {
        name = Given.stripped(name);
        path = Given.stripped(path);
        icon = Given.stripped(icon);
    }

    ApplicationChange toChange(Application present) {
        var extras = new LinkedHashMap<>(present.extras());
        if (path != null) {
            extras.put(AuthserviceModule.PATH, path);
        }
        if (icon != null) {
            extras.put(AuthserviceModule.ICON, icon);
        }
        extras.values().removeIf(""::equals);
        return new ApplicationChange().name(Given.field(name)).extras(Field.of(extras));
    }
}
