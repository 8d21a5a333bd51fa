package org.roster.contract.roster.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.directory.apikey.NewApiKey;

/** The body of {@code POST /v1/api-keys}. */
@Schema(name = "NewApiKey")
public record NewApiKeyBody(
        @Schema(description = "Id or code of the tenant; only a platform caller may name another than its own")
        @Nullable
        String tenant,

        @Schema(required = true, examples = "Nightly import") @NotBlank @Size(max = 128)
        String name,

        @Size(max = 1000) @Nullable String description,

        @Schema(description = "What it opens; of these, at each request, only what its owner holds")
        @Size(max = 1000)
        @Nullable
        List<@Nullable String> scopes,

        @Schema(description = "Id of the user who owns it") @Nullable
        UUID user,

        @Schema(description = "Id of the application that owns it; without an owner it is the tenant's") @Nullable
        UUID application,

        @Schema(description = "When it ends; never unless given") @Nullable
        Instant expiresAt) {

    NewApiKey toNewApiKey(UUID tenantId) {
        return new NewApiKey(tenantId, name, description, Given.set("scopes", scopes), user, application, expiresAt);
    }
}
