package org.roster.contract.amani.company;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.tenant.Tenant;

/** A company. */
@Schema(name = "AmaniCompany")
public record AmaniCompany(
        UUID id,

        @Schema(examples = "Default") String name,

        @Schema(description = "Its short name, which stays", examples = "default")
        String code,

        String description,

        @JsonProperty("is_active") boolean active) {

    static AmaniCompany of(Tenant tenant) {
        return new AmaniCompany(
                tenant.id(),
                tenant.name(),
                tenant.code(),
                Objects.requireNonNullElse(tenant.description(), ""),
                tenant.active());
    }
}
