package org.roster.contract.amani.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api_key}, as the published document shows it. */
@Schema(name = "AmaniNewApiKey")
public record AmaniNewApiKey(
        @Schema(required = true, maxLength = 128, examples = "Nightly import")
        String name,

        @Schema(maxLength = 1000) String description,

        @Schema(examples = "[\"view_user\"]") List<String> permissions,

        @Schema(description = "Whose key it is to be; without an owner it is the company's") @Nullable
        UUID user,

        @Schema(description = "Or the application whose key it is to be") @Nullable
        UUID application,

        @Schema(description = "Seconds since 1970; null for never") @JsonProperty("expires_at") @Nullable
        Long expiresAt) {}
