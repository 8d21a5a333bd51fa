package org.roster.contract.ecosys.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.directory.apikey.NewApiKey;

/** The body of {@code POST /api/users/{username}/apikeys}. */
@Schema(name = "EcosysNewApiKey")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysNewApiKey(
        @Schema(required = true, examples = "nightly import")
        @NotEmpty(message = EcosysMissing.API_KEY)
        @Size(max = 80, message = "name must have at most 80 characters.")
        String name,

        @Schema(description = "Scopes, separated by spaces, which the caller must hold itself") @Nullable
        String scope,

        @JsonProperty("expires_at") @Nullable Instant expiresAt) {

    NewApiKey toNewApiKey(UUID tenant, UUID user) {
        return new NewApiKey(tenant, name, null, Scopes.split(scope == null ? "" : scope), user, null, expiresAt);
    }
}
