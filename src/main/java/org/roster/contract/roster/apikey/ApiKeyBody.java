package org.roster.contract.roster.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.apikey.IssuedApiKey;

/** An API key as {@code /v1} shows it. */
@Schema(name = "ApiKey")
public record ApiKeyBody(
        @Schema(description = "25 characters of 0-9A-Z", examples = "012F3MDNZ8A0V2QK6XJ4T9W7C")
        String id,

        @Schema(description = "Only in the answer to the creation") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String secret,

        @Schema(description = "Only in the answer to the creation: the one text that goes into a header")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String key,

        UUID tenant,
        @Schema(examples = "Nightly import") String name,
        @Nullable String description,
        ApiKeyStatus status,
        Set<String> scopes,
        @Nullable UUID user,
        @Nullable UUID application,

        @Schema(description = "The last characters of the secret")
        String hint,

        @Nullable Instant expiresAt,

        @Schema(description = "Noted once in five minutes") @Nullable
        Instant lastUsedAt,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {

    static ApiKeyBody of(IssuedApiKey issued) {
        return of(issued.apiKey(), issued.secret(), issued.key());
    }

    static ApiKeyBody of(ApiKey apiKey) {
        return of(apiKey, null, null);
    }

    private static ApiKeyBody of(ApiKey apiKey, @Nullable String secret, @Nullable String key) {
        return new ApiKeyBody(
                apiKey.keyId(),
                secret,
                key,
                apiKey.tenantId(),
                apiKey.name(),
                apiKey.description(),
                apiKey.status(),
                apiKey.scopes(),
                apiKey.userId(),
                apiKey.applicationId(),
                apiKey.hint(),
                apiKey.expiresAt(),
                apiKey.lastUsedAt(),
                apiKey.createdAt(),
                apiKey.updatedAt(),
                apiKey.version());
    }

    @Override
    public String toString() {
        return "ApiKeyBody[" + id + "]"; // never the secret
    }
}
