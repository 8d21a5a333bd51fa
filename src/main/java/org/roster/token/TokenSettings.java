package org.roster.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long tokens and the keys that sign them live, and what a user's token carries. */
@ApplicationScoped
class TokenSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_ACCESS_TOKEN_SECONDS", defaultValue = "900")
    int accessTokenSeconds;

    @Inject
    @ConfigProperty(name = "ROSTER_SIGNING_KEY_DAYS", defaultValue = "90")
    int signingKeyDays;

    @Inject
    @ConfigProperty(name = "ROSTER_PASSWORD_GRANT_CLIENT_SCOPES", defaultValue = "false")
    boolean passwordGrantGivesClientScopes;

    /** How long an access token lives when its client says nothing else. */
    Duration accessTokenLife() {
        return Duration.ofSeconds(accessTokenSeconds);
    }

    /** How long a signing key signs before the next one takes over. */
    Duration signingKeyLife() {
        return Duration.ofDays(signingKeyDays);
    }

    /**
     * Whether a user's token carries every scope of its client rather than only those that the user holds. Off, since it
     * lets any user of such a client administer all others.
     */
    boolean passwordGrantGivesClientScopes() {
        return passwordGrantGivesClientScopes;
    }
}
