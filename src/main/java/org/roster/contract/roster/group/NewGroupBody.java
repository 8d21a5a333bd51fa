package org.roster.contract.roster.group;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.directory.group.NewGroup;

/** The body of {@code POST /v1/groups}. */
@Schema(name = "NewGroup")
public record NewGroupBody(
        @Schema(description = "Id or code of the tenant; only a platform caller may name another than its own")
        @Nullable
        String tenant,

        @Schema(required = true, examples = "Help desk") @NotBlank @Size(max = 128)
        String name,

        @Schema(examples = "help-desk", description = "Unique in the tenant; made from the name unless given")
        @Size(min = 1, max = 128)
        @Nullable
        String code,

        @Size(max = 1000) @Nullable String description,

        @Schema(description = "What its members may do: scopes of Roster or words of other systems")
        @Size(max = 1000)
        @Nullable
        List<@Nullable String> permissions,

        @Schema(description = "Id of the application that the group belongs to") @Nullable
        UUID application,

        @Nullable Map<String, Object> customData) {

    NewGroup toNewGroup(UUID tenantId) {
        return new NewGroup(
                tenantId,
                name,
                code,
                description,
                Given.set("permissions", permissions),
                application,
                Given.map(customData));
    }
}
