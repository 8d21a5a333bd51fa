package org.roster.contract.ecosys.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.EmailAddress;
import org.roster.constraint.Username;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.directory.user.NewUser;

/** The body of {@code POST /api/users}. The original passes over members that it does not know. */
@Schema(name = "EcosysNewUser", description = "The new user's details.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysNewUser(
        @Schema(required = true, description = "The desired username. Must be unique.", examples = "newsystemuser")
        @NotEmpty(message = EcosysMissing.USER)
        @Size(max = 80, message = "username must have at most 80 characters.")
        @Username(message = "username must be visible characters of one script, without spaces at its ends.")
        String username,

        @Schema(required = true, description = "The user's password. Should be strong.", format = "password")
        @NotEmpty(message = EcosysMissing.USER)
        String password,

        @Schema(description = "The user's first name.", examples = "Jane")
        @JsonProperty("first_name")
        @Size(max = 80, message = "first_name must have at most 80 characters.")
        @Nullable
        String firstName,

        @Schema(description = "The user's last name.", examples = "Doe")
        @JsonProperty("last_name")
        @Size(max = 80, message = "last_name must have at most 80 characters.")
        @Nullable
        String lastName,

        @Schema(
                required = true,
                description = "The user's email address. Must be unique.",
                examples = "jane.doe@externalsystem.com")
        @NotEmpty(message = EcosysMissing.USER)
        @Size(max = 80, message = "email must have at most 80 characters.")
        @EmailAddress(message = "email must be an e-mail address such as jane@example.com.")
        String email) {

    NewUser toNewUser(UUID tenant) {
        return NewUser.of(tenant, username)
                .email(email)
                .names(firstName, lastName)
                .password(password)
                .passwordFloor(1); // "should be strong" is advice; a tenant's own policy is a rule
    }

    @Override
    public String toString() {
        return "EcosysNewUser[" + username + "]"; // never the password
    }
}
