package org.roster.directory.apikey;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new API key.
 *
 * @param user the user who owns it, or null
 * @param application the application that owns it, or null; a key without an owner is the tenant's
 * @param expiresAt when it ends, or null for never
 */
public record NewApiKey(
        UUID tenant,
        String name,
        @Nullable String description,
        Set<String> scopes,
        @Nullable UUID user,
        @Nullable UUID application,
        @Nullable Instant expiresAt) {

    /** The same wish for a user that is being made together with it. */
    public NewApiKey ownedBy(UUID newUser) {
        return new NewApiKey(tenant, name, description, scopes, newUser, null, expiresAt);
    }
}
