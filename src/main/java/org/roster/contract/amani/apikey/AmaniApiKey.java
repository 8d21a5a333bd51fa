package org.roster.contract.amani.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.apikey.IssuedApiKey;

/**
 * An API key; times are seconds since 1970.
 *
 * @param key only in the answer to its making
 * @param hint the last characters of the secret, by which people recognise it
 */
@Schema(name = "AmaniApiKey")
public record AmaniApiKey(
        UUID id,

        @Schema(examples = "Nightly import") String name,

        String description,

        @Schema(description = "What goes into the header `X-API-Key`; shown once, when the key is made")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String key,

        @Schema(examples = "x4Qz") String hint,

        @Schema(description = "The user whose key it is", nullable = true) @Nullable
        UUID user,

        @Schema(description = "The application whose key it is", nullable = true) @Nullable
        UUID application,

        @Schema(description = "What it opens, as far as its owner may do it too", examples = "[\"view_user\"]")
        List<String> permissions,

        @JsonProperty("is_active") boolean active,

        @Schema(nullable = true) @JsonProperty("expires_at") @Nullable
        Long expiresAt,

        @Schema(nullable = true) @JsonProperty("last_used_at") @Nullable
        Long lastUsedAt) {

    static AmaniApiKey of(ApiKey key) {
        return of(key, null);
    }

    static AmaniApiKey of(IssuedApiKey issued) {
        return of(issued.apiKey(), issued.key());
    }

    private static AmaniApiKey of(ApiKey key, @Nullable String text) {
        return new AmaniApiKey(
                key.id(),
                key.name(),
                Objects.requireNonNullElse(key.description(), ""),
                text,
                key.hint(),
                key.userId(),
                key.applicationId(),
                key.scopes().stream().sorted().toList(),
                key.status() == ApiKeyStatus.ACTIVE,
                seconds(key.expiresAt()),
                seconds(key.lastUsedAt()));
    }

    private static @Nullable Long seconds(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }

    @Override
    public String toString() {
        return "AmaniApiKey[" + id + "]"; // never the key
    }
}
