package org.roster.contract.authservice.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.contract.authservice.permission.AuthservicePermission;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.permission.PermissionView;

/** A role as authservice prints it, with its permissions in the order of their names. */
@Schema(name = "AuthserviceRole")
public record AuthserviceRole(
        UUID id,
        @Schema(examples = "EDITOR") String name,
        @Nullable String description,
        List<AuthservicePermission> permissions,
        @Schema(examples = AuthserviceStatus.ACTIVE) String status) {

    static AuthserviceRole of(Group group, Map<String, PermissionView> described) {
        return new AuthserviceRole(
                group.id(),
                group.name(),
                group.description(),
                new TreeSet<>(group.permissions())
                        .stream()
                                .map(described::get)
                                .filter(Objects::nonNull)
                                .map(AuthservicePermission::of)
                                .toList(),
                AuthserviceStatus.of(group.status() == GroupStatus.ACTIVE));
    }

    /** A page of roles. */
    @Schema(name = "AuthserviceRolePage")
    public record Page(
            List<AuthserviceRole> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthserviceRole> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
