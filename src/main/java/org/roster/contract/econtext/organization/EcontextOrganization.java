package org.roster.contract.econtext.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReply.EcontextResult;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.contract.econtext.EcontextTime;
import org.roster.directory.tenant.Tenant;

/** An organization as version 2 of the original lists it: a tenant of the directory. */
@Schema(name = "EcontextOrganization")
public record EcontextOrganization(
        String id,
        @Schema(examples = "Example, Inc.") String name,
        @Schema(examples = "ENABLED") String status,

        @Schema(examples = "2017-05-08 19:21:13.381000+00:00") @JsonProperty("created_at")
        String createdAt,

        @Schema(examples = "2017-05-08 19:21:13.381000+00:00") @JsonProperty("modified_at")
        String modifiedAt,

        @Schema(description = "The members of `custom_data` once more, one by one")
        List<EcontextDatum> data,

        @JsonProperty("custom_data") Map<String, Object> customData,
        String href) {

    /** A member of free-form data. */
    @Schema(name = "EcontextDatum")
    public record EcontextDatum(String key, Object value) {}

    static EcontextOrganization of(Tenant tenant, EcontextLinks links) {
        var data = EcontextOrganizationData.of(tenant);
        return new EcontextOrganization(
                tenant.id().toString(),
                tenant.name(),
                EcontextStatus.of(tenant.active()).name(),
                EcontextTime.of(tenant.createdAt()),
                EcontextTime.of(tenant.updatedAt()),
                data.entrySet().stream()
                        .map(entry -> new EcontextDatum(entry.getKey(), entry.getValue()))
                        .toList(),
                data,
                links.organization(tenant.id()));
    }

    /** One organization under its name. */
    @Schema(name = "EcontextOneOrganization")
    public record EcontextOneOrganization(EcontextOrganization organization) {}

    /** Several organizations. */
    @Schema(name = "EcontextOrganizations")
    public record EcontextOrganizations(List<EcontextOrganization> organizations) {}

    /** The answer with several organizations; it is streamed. */
    @Schema(name = "EcontextOrganizationsReply")
    public record EcontextOrganizationsReply(EcontextResult<EcontextOrganizations> econtext) {}
}
