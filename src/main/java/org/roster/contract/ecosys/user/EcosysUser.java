package org.roster.contract.ecosys.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.user.User;

/** A user as EcosysOAuthServer prints it: always these four members, null where there is nothing to say. */
@Schema(name = "EcosysUser")
public record EcosysUser(
        @Schema(examples = "newsystemuser") String username,

        @Schema(examples = "Jane") @JsonProperty("first_name") @Nullable
        String firstName,

        @Schema(examples = "Doe") @JsonProperty("last_name") @Nullable
        String lastName,

        @Schema(examples = "jane.doe@externalsystem.com") @Nullable
        String email) {

    static EcosysUser of(User user) {
        return new EcosysUser(user.username(), user.givenName(), user.familyName(), user.email());
    }

    /** The envelope of one user. */
    @Schema(name = "EcosysUserReply")
    public record Reply(
            @Schema(examples = "success") String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message,

            EcosysUser user) {

        static Reply of(@Nullable String message, User user) {
            return new Reply("success", message, EcosysUser.of(user));
        }
    }

    /** The envelope of all users, as the published document shows it; it is streamed. */
    @Schema(name = "EcosysUsersReply")
    public record ListReply(@Schema(examples = "success") String status, List<EcosysUser> users) {}
}
