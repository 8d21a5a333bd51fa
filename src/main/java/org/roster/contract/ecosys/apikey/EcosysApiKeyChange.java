package org.roster.contract.ecosys.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.Given;
import org.roster.directory.Field;
import org.roster.directory.apikey.ApiKeyChange;

/** The body of {@code PATCH /api/users/{username}/apikeys/{id}}; empty members change nothing. */
@Schema(name = "EcosysApiKeyChange", description = "Any of these members; empty ones change nothing.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysApiKeyChange(
        @Size(max = 80, message = "name must have at most 80 characters.") @Nullable
        String name,

        @Nullable String scope,
        @JsonProperty("expires_at") @Nullable Instant expiresAt) {

    public EcosysApiKeyChange {
        name = Given.text(name);
        scope = Given.text(scope);
    }

    ApiKeyChange toChange() {
        return new ApiKeyChange(
                Given.field(name),
                Field.absent(),
                Field.absent(),
                Given.field(scope).map(Scopes::split),
                Given.field(expiresAt));
    }
}
