package org.roster.contract.roster.tenant;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantStatus;

/** A tenant as {@code /v1} shows it. */
@Schema(name = "Tenant")
public record TenantBody(
        UUID id,

        @Schema(
                description = "The same id for clients that know ids of 24 hexadecimal digits",
                examples = "5551aca9e179c39b760f7a1a")
        String objectId,

        @Schema(examples = "acme") String code,
        @Schema(examples = "Acme Ltd.") String name,
        @Nullable String description,

        @Schema(description = "Nobody of an inactive tenant is let in")
        TenantStatus status,

        Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {

    static TenantBody of(Tenant tenant) {
        return new TenantBody(
                tenant.id(),
                tenant.objectId(),
                tenant.code(),
                tenant.name(),
                tenant.description(),
                tenant.status(),
                tenant.settings(),
                tenant.createdAt(),
                tenant.updatedAt(),
                tenant.version());
    }
}
