package org.roster.contract.authservice.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.tenant.NewTenant;

/** The body of {@code POST /api/tenants}. */
@Schema(name = "AuthserviceNewTenant")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewTenant(
        @Schema(required = true, examples = "acme")
        @NotNull(message = "{authservice.tenant.code.required}")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", message = "{authservice.tenant.code.invalid}")
        String code,

        @Schema(required = true, examples = "Acme")
        @NotNull(message = "{authservice.tenant.name.required}")
        @Size(max = 128, message = "{authservice.tenant.name.long}")
        @SingleLine(message = "{authservice.tenant.name.invalid}")
        String name,

        @Size(max = 200, message = "{authservice.description.long}") @Nullable
        String description) {

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewTenant {
        code = Given.text(code);
        name = Given.text(name);
        description = Given.text(description);
    }

    NewTenant toNewTenant() {
        return new NewTenant(code, name, description, Map.of());
    }
}
