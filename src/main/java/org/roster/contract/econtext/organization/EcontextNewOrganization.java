package org.roster.contract.econtext.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextCodes;
import org.roster.directory.tenant.NewTenant;

/** The body of {@code POST /organizations/organization}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextNewOrganization", requiredProperties = "name")
public record EcontextNewOrganization(
        @Schema(examples = "Example, Inc.") String name,
        @JsonProperty("custom_data") Map<String, Object> customData,

        @Schema(description = "A UUID that the organization has elsewhere and is to keep")
        String id) {

    static NewTenant read(EcontextBody body) {
        var name = body.name();
        return new NewTenant(
                        EcontextCodes.tenant(name),
                        name,
                        null,
                        EcontextOrganizationData.into(Map.of(), body.customData()))
                .withId(body.id());
    }
}
