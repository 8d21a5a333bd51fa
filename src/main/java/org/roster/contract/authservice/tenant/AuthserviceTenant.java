package org.roster.contract.authservice.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.directory.tenant.Tenant;

/** A tenant in the style of this contract. */
@Schema(name = "AuthserviceTenant")
public record AuthserviceTenant(
        UUID id,
        @Schema(examples = "acme") String code,
        @Schema(examples = "Acme") String name,
        @Nullable String description,
        @Schema(examples = AuthserviceStatus.ACTIVE) String status) {

    static AuthserviceTenant of(Tenant tenant) {
        return new AuthserviceTenant(
                tenant.id(), tenant.code(), tenant.name(), tenant.description(), AuthserviceStatus.of(tenant.active()));
    }

    /** A page of tenants. */
    @Schema(name = "AuthserviceTenantPage")
    public record Page(
            List<AuthserviceTenant> content,
            int pageNumber,
            int pageSize,
            long totalElements,
            long totalPages,
            @JsonProperty("isLast") boolean isLast) {

        static Page of(List<AuthserviceTenant> content, AuthservicePaging paging, long total) {
            return new Page(
                    content, paging.number(), paging.size(), total, paging.totalPages(total), paging.isLast(total));
        }
    }
}
