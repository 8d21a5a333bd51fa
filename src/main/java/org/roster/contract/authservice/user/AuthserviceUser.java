package org.roster.contract.authservice.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.contract.authservice.role.AuthserviceRole;
import org.roster.directory.user.User;

/**
 * A user as authservice prints it.
 *
 * @param names first, second and last name in one, as the published example has it
 */
@Schema(name = "AuthserviceUser")
public record AuthserviceUser(
        UUID id,

        @Schema(description = "User’s full name", examples = "John Michael Doe")
        String names,

        @Schema(examples = "john.doe@example.com") @Nullable String email,

        @Schema(description = "Whether the user account is enabled") @JsonProperty("isEnabled")
        boolean isEnabled,

        boolean accountNonExpired,
        boolean accountNonLocked,
        boolean credentialsNonExpired,
        List<AuthserviceRole> roles,

        @Schema(description = "User status (ACTIVO or INACTIVO)", examples = AuthserviceStatus.ACTIVE)
        String status) {

    static AuthserviceUser of(User user, List<AuthserviceRole> roles) {
        boolean enabled = user.status().open();
        return new AuthserviceUser(
                user.id(),
                names(user),
                user.email(),
                enabled,
                !user.accountExpired(),
                !user.accountLocked(),
                !user.credentialsExpired(),
                roles,
                AuthserviceStatus.of(enabled));
    }

    /** The parts that there are; users of other contracts may have none. */
    private static String names(User user) {
        var parts = Stream.of(text(user.givenName()), text(user.middleName()), text(user.familyName()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        if (!parts.isEmpty()) {
            return parts;
        }
        return user.displayName() == null ? user.username() : user.displayName();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A page of users. */
    @Schema(name = "AuthserviceUserPage")
    public record Page(
            List<AuthserviceUser> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthserviceUser> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
