package org.roster.contract.authservice.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.EmailAddress;
import org.roster.constraint.Names;
import org.roster.constraint.SingleLine;
import org.roster.contract.authservice.Given;
import org.roster.directory.Field;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;

/** The body of {@code PUT /api/users/{id}}: what is missing stays as it is, and only the second name can be taken away. */
@Schema(name = "AuthserviceUserChange", description = "Any of these members; what is missing stays as it is.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceUserChange(
        @Schema(examples = "John")
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.user.name.required}")
        @Size(max = 128, message = "{authservice.user.name.long}")
        @SingleLine(message = "{authservice.user.name.invalid}")
        @Nullable
        String name,

        @Schema(examples = "Doe")
        @Pattern(regexp = Given.SOMETHING, message = "{authservice.user.lastName.required}")
        @Size(max = 128, message = "{authservice.user.lastName.long}")
        @SingleLine(message = "{authservice.user.lastName.invalid}")
        @Nullable
        String lastName,

        @Schema(description = "An empty text takes it away", examples = "Michael")
        @Size(max = 128, message = "{authservice.user.secondName.long}")
        @SingleLine(message = "{authservice.user.secondName.invalid}")
        @Nullable
        String secondName,

        @Schema(examples = "john.doe@example.com")
        @Size(max = Names.MAX_USERNAME, message = "{authservice.user.email.invalid}")
        @EmailAddress(message = "{authservice.user.email.invalid}")
        @Nullable
        String email,

        @Schema(format = "password")
        @Size(min = AuthserviceNewUser.LEAST, message = "{authservice.user.password.short}")
        @Nullable
        String password) {

    public AuthserviceUserChange {
        name = Given.stripped(name);
        lastName = Given.stripped(lastName);
        secondName = Given.stripped(secondName);
        email = email == null ? null : Given.lower(email);
        password = password == null || !password.isBlank() ? password : "";
    }

    /** Whoever signs in with the address goes on doing so with the new one; a user name of another contract stays. */
    UserChange toChange(User present) {
        boolean byEmail = present.username().equalsIgnoreCase(present.email());
        return new UserChange()
                .givenName(Given.field(name))
                .familyName(Given.field(lastName))
                .middleName(Given.erasable(secondName))
                .email(Given.field(email))
                .username(byEmail ? Given.field(email) : Field.absent())
                .password(Given.field(password))
                .passwordFloor(AuthserviceNewUser.LEAST);
    }

    @Override
    public String toString() {
        return "AuthserviceUserChange"; // never the password
    }
}
