package org.roster.contract.econtext.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.apikey.IssuedApiKey;

/** An API key of a user, as this contract shows it. */
@Schema(name = "EcontextApiKey")
public record EcontextApiKey(
        @Schema(examples = "44A62GBSEB4F3S08VFLWI0YCY", description = "25 characters of 0-9A-Z")
        String id,

        @Schema(examples = "Test API Key") String name,

        @Schema(examples = "An API Key for testing") @Nullable
        String description,

        @Schema(examples = "ENABLED") String status,
        String href,

        @Schema(description = "Only in the answer to the creation") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String secret) {

    public static EcontextApiKey of(ApiKey key, EcontextLinks links) {
        return of(key, links, null);
    }

    static EcontextApiKey of(IssuedApiKey issued, EcontextLinks links) {
        return of(issued.apiKey(), links, issued.secret());
    }

    private static EcontextApiKey of(ApiKey key, EcontextLinks links, @Nullable String secret) {
        var owner = key.userId();
        return new EcontextApiKey(
                key.keyId(),
                key.name(),
                key.description(),
                EcontextStatus.of(key.status() == ApiKeyStatus.ACTIVE).name(),
                owner == null ? "" : links.apiKey(owner, key.keyId()),
                secret);
    }

    @Override
    public String toString() {
        return "EcontextApiKey[" + id + "]"; // never the secret
    }

    /** One API key under its name. */
    @Schema(name = "EcontextOneApiKey")
    public record EcontextOneApiKey(EcontextApiKey apikey) {}

    /** All API keys of a user. */
    @Schema(name = "EcontextApiKeys")
    public record EcontextApiKeys(List<EcontextApiKey> apikeys) {}
}
