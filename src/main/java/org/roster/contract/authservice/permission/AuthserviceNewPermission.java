package org.roster.contract.authservice.permission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.Given;
import org.roster.directory.permission.NewPermission;

/** The body of {@code POST /api/permissions}. */
@Schema(name = "AuthserviceNewPermission")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewPermission(
        @Schema(required = true, examples = "REPORTES_LEER")
        @NotNull(message = "{authservice.permission.name.required}")
        @Size(max = 100, message = "{authservice.permission.name.long}")
        @Pattern(regexp = AuthserviceNewPermission.WORD, message = "{authservice.permission.name.invalid}")
        String name,

        @Size(max = 200, message = "{authservice.description.long}") @Nullable
        String description) {

    /** What a token can carry as one scope (RFC 6749 section 3.3). */
    static final String WORD = "[\\x21\\x23-\\x5B\\x5D-\\x7E]*";

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewPermission {
        name = Given.text(name);
        description = Given.text(description);
    }

    NewPermission toNewPermission(UUID tenant) {
        return new NewPermission(tenant, name, description);
    }
}
