package org.roster.contract.authservice.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.apikey.NewApiKey;

/** The body of {@code POST /api/users/{id}/api-keys}. */
@Schema(name = "AuthserviceNewApiKey")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewApiKey(
        @Schema(required = true, examples = "importación nocturna")
        @NotNull(message = "{authservice.apikey.name.required}")
        @Size(max = 100, message = "{authservice.apikey.name.long}")
        @SingleLine(message = "{authservice.apikey.name.invalid}")
        String name,

        @Size(max = 200, message = "{authservice.description.long}") @Nullable
        String description,

        @Schema(description = "Permissions, which the caller must hold itself") @Nullable
        List<@NotNull(message = "{authservice.apikey.permissions.invalid}") String> permissions,

        @Nullable Instant expiresAt) {

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewApiKey {
        name = Given.text(name);
        description = Given.text(description);
    }

    NewApiKey toNewApiKey(UUID tenant, UUID user) {
        Set<String> scopes = permissions == null ? Set.of() : new LinkedHashSet<>(permissions);
        return new NewApiKey(tenant, name, description, scopes, user, null, expiresAt);
    }
}
