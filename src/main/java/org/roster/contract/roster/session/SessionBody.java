package org.roster.contract.roster.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.token.Session;

/** A log-in that can be renewed without the password. */
@Schema(name = "Session")
public record SessionBody(
        UUID id,
        UUID tenant,

        @Schema(description = "The application that was logged in to; null for the log-in of a contract itself")
        @Nullable
        UUID application,

        Instant since,
        Instant renewedAt,

        @Schema(description = "When the password has to be given again")
        Instant expiresAt) {

    static SessionBody of(Session session) {
        return new SessionBody(
                session.id(),
                session.tenant(),
                session.application(),
                session.since(),
                session.renewedAt(),
                session.expiresAt());
    }
}
