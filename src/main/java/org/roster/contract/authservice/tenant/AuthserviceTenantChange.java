package org.roster.contract.authservice.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.tenant.TenantChange;

/** The body of {@code PUT /api/tenants/{id}}: what is missing stays as it is, and the code always does. */
@Schema(name = "AuthserviceTenantChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceTenantChange(
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.tenant.name.required}")
        @Size(max = 128, message = "{authservice.tenant.name.long}")
        @SingleLine(message = "{authservice.tenant.name.invalid}")
        @Nullable
        String name,

        @Schema(description = "An empty text takes it away")
        @Size(max = 200, message = "{authservice.description.long}")
        @Nullable
        String description) {

    public AuthserviceTenantChange {
        name = Given.stripped(name);
        description = Given.stripped(description);
    }

    TenantChange toChange() {
        return new TenantChange(Given.field(name), Given.erasable(description), Field.absent(), Field.absent());
    }
}
