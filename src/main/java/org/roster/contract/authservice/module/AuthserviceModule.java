package org.roster.contract.authservice.module;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.directory.application.Application;

/** A module as authservice prints it: an entry of a menu. */
@Schema(name = "AuthserviceModule")
public record AuthserviceModule(
        UUID id,
        @Schema(examples = "Reportes") String name,
        @Schema(examples = "/reportes") String path,
        @Schema(examples = "chart-bar") @Nullable String icon,
        @Schema(examples = AuthserviceStatus.ACTIVE) String status) {

    /** The members of an application that make it a module; no other contract shows them. */
    static final String PATH = "path";

    static final String ICON = "icon";

    static AuthserviceModule of(Application application) {
        var extras = application.extras();
        return new AuthserviceModule(
                application.id(),
                application.name(),
                Objects.requireNonNullElse(text(extras, PATH), ""),
                text(extras, ICON),
                AuthserviceStatus.of(application.active()));
    }

    private static @Nullable String text(Map<String, Object> extras, String member) {
        return extras.get(member) instanceof String text ? text : null;
    }

    /** A page of modules. */
    @Schema(name = "AuthserviceModulePage")
    public record Page(
            List<AuthserviceModule> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthserviceModule> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
