package org.roster.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log-in that can be renewed without the password.
 *
 * @param tenant the tenant that was logged in to
 * @param application the application that was logged in to; null for the log-in of a contract itself
 * @param since when it began
 * @param renewedAt when it was last renewed
 * @param expiresAt when the password has to be given again
 */
public record Session(
        UUID id, UUID tenant, @Nullable UUID application, Instant since, Instant renewedAt, Instant expiresAt) {}
