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
import org.roster.directory.user.UserStatus;

/** The body of {@code POST /api/register}: a person registers through a client. */
@Schema(name = "EcosysRegistration")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysRegistration(
        @Schema(required = true, description = "A client that is allowed self-registration")
        @JsonProperty("client_id")
        @NotEmpty(message = EcosysMissing.REGISTRATION)
        String clientId,

        @Schema(required = true)
        @NotEmpty(message = EcosysMissing.REGISTRATION)
        @Size(max = 80, message = "username must have at most 80 characters.")
        @Username(message = "username must be visible characters of one script, without spaces at its ends.")
        String username,

        @Schema(required = true, format = "password") @NotEmpty(message = EcosysMissing.REGISTRATION)
        String password,

        @Schema(required = true)
        @NotEmpty(message = EcosysMissing.REGISTRATION)
        @Size(max = 80, message = "email must have at most 80 characters.")
        @EmailAddress(message = "email must be an e-mail address such as jane@example.com.")
        String email,

        @JsonProperty("first_name") @Size(max = 80, message = "first_name must have at most 80 characters.") @Nullable
        String firstName,

        @JsonProperty("last_name") @Size(max = 80, message = "last_name must have at most 80 characters.") @Nullable
        String lastName) {

    /** The account may be used at once, as in the original, but nobody has verified its address. */
    NewUser toNewUser(UUID tenant) {
        return NewUser.of(tenant, username)
                .email(email)
                .names(firstName, lastName)
                .password(password)
                .passwordFloor(1)
                .status(UserStatus.UNVERIFIED);
    }

    @Override
    public String toString() {
        return "EcosysRegistration[" + username + "]"; // never the password
    }
}
