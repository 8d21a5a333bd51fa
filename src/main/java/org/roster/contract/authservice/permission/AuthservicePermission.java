package org.roster.contract.authservice.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.directory.permission.PermissionView;

/** A permission as authservice prints it. */
@Schema(name = "AuthservicePermission")
public record AuthservicePermission(
        UUID id,
        @Schema(examples = "READ_PRIVILEGES") String name,
        @Nullable String description,
        @Schema(examples = AuthserviceStatus.ACTIVE) String status) {

    public static AuthservicePermission of(PermissionView permission) {
        return new AuthservicePermission(
                permission.id(),
                permission.name(),
                permission.description(),
                AuthserviceStatus.of(permission.active()));
    }

    /** A page of permissions. */
    @Schema(name = "AuthservicePermissionPage")
    public record Page(
            List<AuthservicePermission> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthservicePermission> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
