package org.roster.contract.ecosys.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.tenant.Tenant;

/** A tenant as this contract shows it. */
@Schema(name = "EcosysTenant")
public record EcosysTenant(
        @Schema(examples = "default") String code,
        @Schema(examples = "Default") String name,
        @Nullable String description,
        boolean active) {

    static EcosysTenant of(Tenant tenant) {
        return new EcosysTenant(tenant.code(), tenant.name(), tenant.description(), tenant.active());
    }

    /** The envelope of one tenant. */
    @Schema(name = "EcosysTenantReply")
    public record Reply(@Schema(examples = "success") String status, EcosysTenant tenant) {

        static Reply of(Tenant tenant) {
            return new Reply("success", EcosysTenant.of(tenant));
        }
    }

    /** The envelope of all tenants that the caller may see; it is streamed. */
    @Schema(name = "EcosysTenantsReply")
    public record ListReply(@Schema(examples = "success") String status, List<EcosysTenant> tenants) {}
}
