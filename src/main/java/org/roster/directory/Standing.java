package org.roster.directory;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user or an application may do in a tenant at this moment.
 *
 * @param active whether it exists, is in use and is not locked, and its tenant is active
 * @param permissions a user's permissions by its groups of the tenant, or an application's scopes
 * @param sessionsEndedAt the moment before which all tokens are over, or null
 */
public record Standing(
        boolean active, Set<String> permissions, @Nullable Instant sessionsEndedAt) {

    static final Standing NONE = new Standing(false, Set.of(), null);

    public Standing {
        permissions = Set.copyOf(permissions);
    }

    /** Whether a token that was made at this moment is over. */
    public boolean ended(Instant made) {
        return sessionsEndedAt != null && !made.isAfter(sessionsEndedAt);
    }
}
