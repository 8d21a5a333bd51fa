package org.roster.contract.amani.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.amani.group.AmaniGroup;
import org.roster.contract.amani.user.AmaniUser;
import org.roster.token.IssuedTokens;

/** Who has logged in, and the tokens. */
@Schema(name = "AmaniLogin")
public record AmaniLogin(
        UUID id,

        @Schema(examples = "jane.doe@example.com") String username,

        @Schema(examples = "Jane") @JsonProperty("first_name")
        String firstName,

        @Schema(examples = "Doe") @JsonProperty("last_name") String lastName,

        @Schema(examples = "+905551234567", nullable = true) @Nullable
        String phone,

        @Schema(description = "Good for new access tokens during one day")
        String refresh,

        @Schema(description = "A JWT, to be sent as `Authorization: Bearer …`")
        String access,

        List<AmaniGroup> groups,

        @JsonProperty("company_id") UUID company,

        @Schema(examples = "[\"add_user\", \"view_user\"]") List<String> permissions) {

    static AmaniLogin of(AmaniUser user, IssuedTokens tokens) {
        return new AmaniLogin(
                user.id(),
                user.username(),
                user.firstName(),
                user.lastName(),
                user.phone(),
                tokens.refreshToken() == null ? "" : tokens.refreshToken(),
                tokens.accessToken(),
                user.groups(),
                user.company(),
                user.permissions());
    }

    @Override
    public String toString() {
        return "AmaniLogin[" + id + "]"; // never the tokens
    }
}
