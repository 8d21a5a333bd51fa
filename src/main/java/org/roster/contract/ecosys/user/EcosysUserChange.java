package org.roster.contract.ecosys.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.EmailAddress;
import org.roster.contract.ecosys.Given;
import org.roster.directory.user.UserChange;

/** The body of {@code PATCH /api/users/{username}}. What is null or empty stays as it is, as in the original. */
@Schema(name = "EcosysUserChange", description = "Any of these members; empty ones change nothing.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysUserChange(
        @JsonProperty("first_name") @Size(max = 80, message = "first_name must have at most 80 characters.") @Nullable
        String firstName,

        @JsonProperty("last_name") @Size(max = 80, message = "last_name must have at most 80 characters.") @Nullable
        String lastName,

        @Size(max = 80, message = "email must have at most 80 characters.")
        @EmailAddress(message = "email must be an e-mail address such as jane@example.com.")
        @Nullable
        String email,

        @Schema(format = "password") @Nullable String password) {

    public EcosysUserChange {
        firstName = Given.text(firstName);
        lastName = Given.text(lastName);
        email = Given.text(email);
        password = Given.text(password);
    }

    boolean empty() {
        return firstName == null && lastName == null && email == null && password == null;
    }

    UserChange toChange() {
        return new UserChange()
                .givenName(Given.field(firstName))
                .familyName(Given.field(lastName))
                .email(Given.field(email))
                .password(Given.field(password))
                .passwordFloor(1);
    }

    @Override
    public String toString() {
        return "EcosysUserChange"; // never the password
    }
}
