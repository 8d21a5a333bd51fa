package org.roster.contract.authservice.module;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.application.NewApplication;

/** The body of {@code POST /api/modules}. */
@Schema(name = "AuthserviceNewModule")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewModule(
        @Schema(required = true, examples = "Reportes")
        @NotNull(message = "{authservice.module.name.required}")
        @Size(max = 100, message = "{authservice.module.name.long}")
        @SingleLine(message = "{authservice.module.name.invalid}")
        String name,

        @Schema(required = true, examples = "/reportes")
        @NotNull(message = "{authservice.module.path.required}")
        @Pattern(regexp = AuthserviceNewModule.FROM_THE_ROOT, message = "{authservice.module.path.slash}")
        @Size(max = 200, message = "{authservice.module.path.long}")
        @SingleLine(message = "{authservice.module.path.invalid}")
        String path,

        @Schema(examples = "chart-bar")
        @Size(max = 100, message = "{authservice.module.icon.long}")
        @SingleLine(message = "{authservice.module.icon.invalid}")
        @Nullable
        String icon) {

    static final String FROM_THE_ROOT = "(?s)/.*";

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewModule {
        name = Given.text(name);
        path = Given.text(path);
        icon = Given.text(icon);
    }

    NewApplication toNewApplication(UUID tenant) {
        var extras = new LinkedHashMap<String, Object>();
        extras.put(AuthserviceModule.PATH, path);
        if (icon != null) {
            extras.put(AuthserviceModule.ICON, icon);
        }
        return NewApplication.plain(tenant, name, null, Map.of()).withExtras(extras);
    }
}
