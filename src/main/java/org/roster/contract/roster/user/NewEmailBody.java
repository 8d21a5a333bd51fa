package org.roster.contract.roster.user;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.constraint.EmailAddress;

/** An address that is to become a user's. */
@Schema(name = "NewEmail")
public record NewEmailBody(
        @Schema(required = true, examples = "jane.doe@example.org") @NotNull @EmailAddress
        String email) {}
