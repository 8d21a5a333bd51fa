package org.roster.contract.amani.login;

import java.time.Duration;
import java.util.Map;
import org.roster.directory.user.User;
import org.roster.token.TokenProfile;

/** The tokens of this contract: JWTs with the claims of simplejwt beside Roster's own. */
final class AmaniTokens {

    /**
     * How long after the log-in a refresh token is good, which is simplejwt's own default. It is not replaced when it is
     * used, as the published answer has no place for another; so nobody would notice a copy, and a day has to be enough.
     */
    static final Duration REFRESH_LIFE = Duration.ofDays(1);

    private AmaniTokens() {}

    static TokenProfile profile(User user) {
        return TokenProfile.STANDARD.with(
                Map.of("token_type", "access", "user_id", user.id().toString()));
    }
}
