package org.roster.contract.authservice.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.EmailAddress;
import org.roster.constraint.Names;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.user.NewUser;

/** The body of {@code POST /api/users}. The user signs in with the address. */
@Schema(name = "AuthserviceNewUser")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceNewUser(
        @Schema(required = true, description = "User’s first name", examples = "John")
        @NotNull(message = "{authservice.user.name.required}")
        @Size(max = 128, message = "{authservice.user.name.long}")
        @SingleLine(message = "{authservice.user.name.invalid}")
        String name,

        @Schema(required = true, description = "User’s last name", examples = "Doe")
        @NotNull(message = "{authservice.user.lastName.required}")
        @Size(max = 128, message = "{authservice.user.lastName.long}")
        @SingleLine(message = "{authservice.user.lastName.invalid}")
        String lastName,

        @Schema(description = "User’s middle name or second last name (optional)", examples = "Michael")
        @Size(max = 128, message = "{authservice.user.secondName.long}")
        @SingleLine(message = "{authservice.user.secondName.invalid}")
        @Nullable
        String secondName,

        @Schema(
                required = true,
                description = "User’s email address. Must be a valid email format.",
                examples = "john.doe@example.com")
        @NotNull(message = "{authservice.user.email.required}")
        @Size(max = Names.MAX_USERNAME, message = "{authservice.user.email.invalid}")
        @EmailAddress(message = "{authservice.user.email.invalid}")
        String email,

        @Schema(
                required = true,
                description = "User’s password. Must be at least 8 characters long.",
                format = "password",
                examples = "SecureP@ssw0rd")
        @NotNull(message = "{authservice.user.password.required}")
        @Size(min = AuthserviceNewUser.LEAST, message = "{authservice.user.password.short}")
        String password) {

    /** The least length of a password that the contract has published. */
    static final int LEAST = 8;

    /** Blank counts as missing, so that what is blank breaks one rule only. */
    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceNewUser {
        name = Given.text(name);
        lastName = Given.text(lastName);
        secondName = Given.text(secondName);
        email = Given.email(email);
        password = Given.password(password);
    }

    NewUser toNewUser(UUID tenant) {
        var user = NewUser.of(tenant, email)
                .email(email)
                .names(name, lastName)
                .password(password)
                .passwordFloor(LEAST);
        user.details().middleName(secondName);
        return user;
    }

    @Override
    public String toString() {
        return "AuthserviceNewUser[" + email + "]"; // never the password
    }
}
