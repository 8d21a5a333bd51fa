package org.roster.contract.ecosys.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.IssuedApiKey;

/** An API key as this contract shows it. */
@Schema(name = "EcosysApiKey")
public record EcosysApiKey(
        @Schema(description = "25 characters") String id,
        String name,
        String scope,

        @Schema(description = "The last characters of the secret")
        String hint,

        @JsonProperty("expires_at") @Nullable Instant expiresAt,

        @Schema(description = "Only in the answer to the creation: what goes into the header `key` or `X-API-Key`")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String key) {

    static EcosysApiKey of(ApiKey key) {
        return of(key, null);
    }

    private static EcosysApiKey of(ApiKey key, @Nullable String text) {
        return new EcosysApiKey(key.keyId(), key.name(), Scopes.join(key.scopes()), key.hint(), key.expiresAt(), text);
    }

    @Override
    public String toString() {
        return "EcosysApiKey[" + id + "]"; // never the secret
    }

    /** The envelope of one API key. */
    @Schema(name = "EcosysApiKeyReply")
    public record Reply(
            @Schema(examples = "success") String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message,

            EcosysApiKey apikey) {

        static Reply of(ApiKey key) {
            return new Reply("success", null, EcosysApiKey.of(key));
        }

        static Reply of(IssuedApiKey issued) {
            return new Reply(
                    "success", "API key created successfully.", EcosysApiKey.of(issued.apiKey(), issued.key()));
        }
    }

    /** The envelope of all API keys of a user; it is streamed. */
    @Schema(name = "EcosysApiKeysReply")
    public record ListReply(@Schema(examples = "success") String status, List<EcosysApiKey> apikeys) {}
}
