package org.roster.contract.amani.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PATCH /user/{id}}, as the published document shows it; it is read as {@link AmaniUserMembers}. */
@Schema(name = "AmaniUserChange", description = "Any of these members; what is not given stays as it is.")
public record AmaniUserChange(
        @Schema(
                description = "Changes the user name too, where that was the old address",
                maxLength = 128,
                examples = "jane.doe@example.com")
        String email,

        @Schema(format = "password", minLength = 6, maxLength = 256, description = "Ends `reset_pw`")
        String password,

        @Schema(maxLength = 128) @JsonProperty("first_name") String firstName,

        @Schema(maxLength = 64, nullable = true) String phone,

        @Schema(maxLength = 128) @JsonProperty("last_name") String lastName,

        @Schema(description = "Ids of permission groups, in place of those that the user is in", examples = "[2]")
        List<Integer> groups,

        @JsonProperty("is_active") boolean active,

        boolean mfa,

        @JsonProperty("reset_pw") boolean resetPw,

        @JsonProperty("reset_2fa") boolean reset2fa) {

    @Override
    public String toString() {
        return "AmaniUserChange"; // never the password
    }
}
