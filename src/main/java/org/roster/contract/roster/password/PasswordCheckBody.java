package org.roster.contract.roster.password;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A password that somebody thinks of. */
@Schema(name = "PasswordCheck")
public record PasswordCheckBody(
        @Schema(required = true, format = "password") @NotNull @Size(max = 1024)
        String password,

        @Schema(nullable = true) @Nullable @Size(max = 128) String username,

        @Schema(nullable = true) @Nullable @Size(max = 254) String email) {

    @Override
    public String toString() {
        return "PasswordCheckBody"; // never the password
    }
}
