package org.roster.contract.amani.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /api_key/{id}}, as the published document shows it. */
@Schema(name = "AmaniApiKeyChange", description = "Any of these members; what is not given stays as it is.")
public record AmaniApiKeyChange(
        @Schema(maxLength = 128, examples = "Nightly import")
        String name,

        @Schema(maxLength = 1000) String description,

        @Schema(description = "In place of those that it has", examples = "[\"view_user\"]")
        List<String> permissions,

        @JsonProperty("is_active") boolean active,

        @Schema(description = "Seconds since 1970; null for never") @JsonProperty("expires_at") @Nullable
        Long expiresAt) {}
