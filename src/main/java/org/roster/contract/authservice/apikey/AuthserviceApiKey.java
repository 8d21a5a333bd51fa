package org.roster.contract.authservice.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.apikey.IssuedApiKey;

/** An API key in the style of this contract. */
@Schema(name = "AuthserviceApiKey")
public record AuthserviceApiKey(
        @Schema(description = "25 characters") String id,
        String name,
        @Nullable String description,

        @Schema(description = "The permissions that it was given; what its user does not hold, it does not open")
        List<String> permissions,

        @Schema(description = "The last characters of the secret")
        String hint,

        @Nullable Instant expiresAt,
        @Schema(examples = AuthserviceStatus.ACTIVE) String status,

        @Schema(description = "Only in the answer to the creation: what goes into the header `X-API-Key`")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String key) {

    static AuthserviceApiKey of(ApiKey key) {
        return of(key, null);
    }

    static AuthserviceApiKey of(IssuedApiKey issued) {
        return of(issued.apiKey(), issued.key());
    }

    private static AuthserviceApiKey of(ApiKey key, @Nullable String text) {
        return new AuthserviceApiKey(
                key.keyId(),
                key.name(),
                key.description(),
                List.copyOf(new TreeSet<>(key.scopes())),
                key.hint(),
                key.expiresAt(),
                AuthserviceStatus.of(key.status() == ApiKeyStatus.ACTIVE),
                text);
    }

    @Override
    public String toString() {
        return "AuthserviceApiKey[" + id + "]"; // never the secret
    }
}
