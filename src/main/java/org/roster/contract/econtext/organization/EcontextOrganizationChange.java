package org.roster.contract.econtext.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.Field;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantChange;
import org.roster.directory.tenant.TenantStatus;

/** The body of {@code PUT /organizations/organization/{id}}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextOrganizationChange", description = "Any of these members.")
public record EcontextOrganizationChange(
        String name,

        @Schema(description = "Replaces what was there") @JsonProperty("custom_data")
        Map<String, Object> customData,

        @Schema(description = "ENABLED or DISABLED") String status) {

    static TenantChange read(EcontextBody body, Tenant present) {
        var status = body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                .map(word -> word == EcontextStatus.ENABLED ? TenantStatus.ACTIVE : TenantStatus.INACTIVE);
        return new TenantChange(
                body.newName(),
                Field.absent(),
                status.map(Field::of).orElseGet(Field::absent),
                body.newCustomData().map(data -> EcontextOrganizationData.into(present.settings(), data)));
    }
}
