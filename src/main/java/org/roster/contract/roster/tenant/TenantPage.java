package org.roster.contract.roster.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.Tenant;

/** A page of tenants. */
@Schema(name = "TenantPage")
public record TenantPage(
        List<TenantBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static TenantPage of(Page<Tenant> page) {
        return new TenantPage(page.items().stream().map(TenantBody::of).toList(), page.next());
    }
}
