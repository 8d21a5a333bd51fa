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
 * @param id the id that it has elsewhere and is to keep, or null
 * @param secret the secret that it has elsewhere and is to keep, at least 32 characters; null for a random one
 */
public record NewApiKey(
        UUID tenant,
        String name,
        @Nullable String description,
        Set<String> scopes,
        @Nullable UUID user,
        @Nullable UUID application,
        @Nullable Instant expiresAt,
        @Nullable UUID id,
        @Nullable String secret) {

    public NewApiKey(
            UUID tenant,
            String name,
            @Nullable String description,
            Set<String> scopes,
            @Nullable UUID user,
            @Nullable UUID application,
            @Nullable Instant expiresAt) {
        this(tenant, name, description, scopes, user, application, expiresAt, null, null);
    }

    /** The same wish for a key that keeps the id it has elsewhere. */
    public NewApiKey withId(@Nullable UUID ownId) {
        return new NewApiKey(tenant, name, description, scopes, user, application, expiresAt, ownId, secret);
    }

    /** The same wish for a key that keeps the secret it has elsewhere. */
    public NewApiKey withSecret(@Nullable String ownSecret) {
        return new NewApiKey(tenant, name, description, scopes, user, application, expiresAt, id, ownSecret);
    }

    /** The same wish for a user that is being made together with it. */
    public NewApiKey ownedBy(UUID newUser) {
        return new NewApiKey(tenant, name, description, scopes, newUser, null, expiresAt, id, secret);
    }

    @Override
    public String toString() {
        return "NewApiKey[" + name + "]"; // a record prints all of its members, and one is a secret
    }
}
