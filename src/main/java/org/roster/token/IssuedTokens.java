package org.roster.token;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets for a grant.
 *
 * @param expiresIn the life of the access token in seconds
 * @param refreshToken null for a grant that gives none
 */
public record IssuedTokens(
        String accessToken,
        long expiresIn,
        Set<String> scopes,
        @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "IssuedTokens[" + scopes + "]";
    }
}
