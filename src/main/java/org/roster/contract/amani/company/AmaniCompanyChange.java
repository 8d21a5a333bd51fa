package org.roster.contract.amani.company;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PATCH /company/{id}}, as the published document shows it. */
@Schema(name = "AmaniCompanyChange", description = "Any of these members; what is not given stays as it is.")
public record AmaniCompanyChange(
        @Schema(maxLength = 128, examples = "Acme") String name,

        @Schema(maxLength = 1000) String description) {}
