package org.roster.directory.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new application.
 *
 * @param clientId its OAuth client identifier; null for a random one
 * @param secret its first secret; null for a random one. Only Roster's own first start names one
 * @param confidential whether it can keep a secret (RFC 6749 section 2.1)
 * @param accessTokenSeconds the life of its access tokens, or null for the server's default
 * @param selfRegistration whether people may register themselves through it
 */
public record NewApplication(
        UUID tenant,
        String name,
        @Nullable String description,
        @Nullable String clientId,
        @Nullable String secret,
        boolean confidential,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        List<String> redirectUris,
        @Nullable Integer accessTokenSeconds,
        boolean selfRegistration,
        Map<String, Object> customData) {

    @Override
    public String toString() {
        return "NewApplication[" + name + "]"; // a record prints all of its members, and one is a secret
    }
}
