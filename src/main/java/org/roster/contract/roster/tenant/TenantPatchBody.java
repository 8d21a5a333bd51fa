package org.roster.contract.roster.tenant;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.roster.Given;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantChange;
import org.roster.directory.tenant.TenantStatus;
import org.roster.http.Patch;

/** The members of a tenant that can be changed, as the published document shows them; it is read as a {@link Patch}. */
@Schema(name = "TenantPatch", description = "Any of these members; null takes a value away.")
public record TenantPatchBody(String name, String description, TenantStatus status, Map<String, Object> settings) {

    static TenantChange read(Patch patch, Tenant present) {
        var change = new TenantChange(
                Given.required("name", patch.text("name")),
                patch.text("description"),
                Given.required("status", patch.word("status", TenantStatus.class)),
                patch.merged("settings", present.settings()));
        patch.done();
        return change;
    }
}
