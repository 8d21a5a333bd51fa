package org.roster.contract.amani.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /user}, as the published document shows it; it is read as {@link AmaniUserMembers}. */
@Schema(name = "AmaniNewUser")
public record AmaniNewUser(
        @Schema(required = true, description = "The user name too", maxLength = 128, examples = "jane.doe@example.com")
        String email,

        @Schema(required = true, format = "password", minLength = 6, maxLength = 256)
        String password,

        @Schema(maxLength = 128) @JsonProperty("first_name") String firstName,

        @Schema(maxLength = 64, nullable = true) String phone,

        @Schema(maxLength = 128) @JsonProperty("last_name") String lastName,

        @Schema(description = "Ids of permission groups", examples = "[2]")
        List<Integer> groups,

        @JsonProperty("is_active") boolean active,

        boolean mfa,

        @JsonProperty("reset_pw") boolean resetPw,

        @JsonProperty("reset_2fa") boolean reset2fa) {

    @Override
    public String toString() {
        return "AmaniNewUser[" + email + "]"; // never the password
    }
}
