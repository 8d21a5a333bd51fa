package org.roster.contract.roster.user;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail that is on its way. */
@Schema(name = "Mailed")
public record MailedBody(
        @Schema(description = "Its id, for `GET /v1/mails/{id}`")
        UUID mail) {}
