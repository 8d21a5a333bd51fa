package org.roster.contract.amani.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.amani.group.AmaniGroup;
import org.roster.directory.user.User;

/**
 * A user as the published page shows it: always these thirteen members, in this order.
 *
 * @param groups the groups that it is in, each with its permissions
 * @param permissions what it may do by its groups at this moment
 */
@Schema(name = "AmaniUser")
public record AmaniUser(
        UUID id,

        @Schema(examples = "Jane") @JsonProperty("first_name")
        String firstName,

        @Schema(description = "The e-mail address, unless another system gave the user a name of its own")
        String username,

        @Schema(examples = "Doe") @JsonProperty("last_name") String lastName,

        @Schema(examples = "+905551234567", nullable = true) @Nullable
        String phone,

        @Schema(examples = "jane.doe@example.com") String email,

        UUID company,

        List<AmaniGroup> groups,

        @Schema(description = "A second factor is asked for: a password alone does not log in")
        boolean mfa,

        @Schema(description = "A new password has to be set before the next log-in") @JsonProperty("reset_pw")
        boolean resetPw,

        @Schema(description = "The second factor has to be set up anew") @JsonProperty("reset_2fa")
        boolean reset2fa,

        @Schema(description = "False ends log-in and tokens at once") @JsonProperty("is_active")
        boolean active,

        @Schema(examples = "[\"add_user\", \"view_user\"]") List<String> permissions) {

    static AmaniUser of(User user, List<AmaniGroup> groups, List<String> permissions) {
        return new AmaniUser(
                user.id(),
                Objects.requireNonNullElse(user.givenName(), ""),
                user.username(),
                Objects.requireNonNullElse(user.familyName(), ""),
                user.phone(),
                Objects.requireNonNullElse(user.email(), ""),
                user.tenantId(),
                groups,
                user.mfa(),
                user.resetPassword(),
                user.resetSecondFactor(),
                user.status().open(),
                permissions);
    }
}
