package org.roster.contract.roster.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.directory.tenant.NewTenant;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

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
        @Nullable Map<String, Object> settings,

        @Schema(
                description = "The id that the tenant has elsewhere and is to keep: a UUID, or 24 hexadecimal digits",
                examples = "5551aca9e179c39b760f7a1a")
        @Nullable
        String id) {

    /** @throws Refusal for an id of neither form */
    NewTenant toNewTenant() {
        return new NewTenant(code, name, description, Given.map(settings)).withId(id == null ? null : idOf(id));
    }

    private static UUID idOf(String text) {
        return Ids.parse(text)
                .or(() -> Ids.ofObjectId(text))
                .orElseThrow(() -> Refusal.invalid("id", "must be a UUID or 24 hexadecimal digits"));
    }
}
