package org.roster.contract.roster.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.directory.tenant.NewTenant;

/** The body of {@code POST /v1/tenants}. */
@Schema(name = "NewTenant")
public record NewTenantBody(
        @Schema(required = true, examples = "acme", description = "Unique in the whole Roster, in any letter case")
        @NotBlank
        @Size(max = 64)
        String code,

        @Schema(required = true, examples = "Acme Ltd.") @NotBlank @Size(max = 128)
        String name,

        @Size(max = 1000) @Nullable String description,
        @Nullable Map<String, Object> settings) {

    NewTenant toNewTenant() {
        return new NewTenant(code, name, description, Given.map(settings));
    }
}
