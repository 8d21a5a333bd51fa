package org.roster.contract.authservice.login;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.constraint.EmailAddress;
import org.roster.contract.authservice.Given;

/** The body of {@code POST /api/auth/login}. */
@Schema(name = "AuthserviceLogin")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthserviceLogin(
        @Schema(required = true, examples = "john.doe@example.com")
        @NotNull(message = "{authservice.user.email.required}")
        @EmailAddress(message = "{authservice.login.email.invalid}")
        String email,

        @Schema(required = true, format = "password", examples = "SecureP@ssw0rd")
        @NotNull(message = "{authservice.user.password.required}")
        String password) {

    @SuppressWarnings("NullAway") // what is missing is for the constraints to say
    public AuthserviceLogin {
        email = Given.email(email);
        password = Given.password(password);
    }

    @Override
    public String toString() {
        return "AuthserviceLogin[" + email + "]"; // never the password
    }
}
