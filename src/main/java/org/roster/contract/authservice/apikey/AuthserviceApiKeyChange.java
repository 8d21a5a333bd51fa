package org.roster.contract.authservice.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.apikey.ApiKeyChange;

/** The body of {@code PUT /api/users/{id}/api-keys/{keyId}}: what is missing stays as it is. */
@Schema(name = "AuthserviceApiKeyChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceApiKeyChange(
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.apikey.name.required}")
        @Size(max = 100, message = "{authservice.apikey.name.long}")
        @SingleLine(message = "{authservice.apikey.name.invalid}")
        @Nullable
        String name,

        @Schema(description = "An empty text takes it away")
        @Size(max = 200, message = "{authservice.description.long}")
        @Nullable
        String description,

        @Nullable List<@NotNull(message = "{authservice.apikey.permissions.invalid}") String> permissions,
        @Nullable Instant expiresAt) {

    public AuthserviceApiKeyChange {
        name = Given.stripped(name);
        description = Given.stripped(description);
    }

    ApiKeyChange toChange() {
        Field<Set<String>> scopes = Given.field(permissions).map(LinkedHashSet::new);
        return new ApiKeyChange(
                Given.field(name), Given.erasable(description), Field.absent(), scopes, Given.field(expiresAt));
    }
}
