package org.roster.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an access token is made for those who read it. Roster's own reading of it is the same for every profile.
 *
 * @param audienceIsClient whether {@code aud} names the client rather than this Roster
 * @param subjectIsUsername whether {@code sub} is the user name, and empty where there is no user, rather than an id
 * @param scopeList whether the scopes stand in an array {@code scopes} too
 * @param life how long it lives, or null for the client's setting
 */
public record TokenProfile(
        boolean audienceIsClient,
        boolean subjectIsUsername,
        boolean scopeList,
        @Nullable Duration life) {

    /** An access token as RFC 9068 has it. */
    public static final TokenProfile STANDARD = new TokenProfile(false, false, false, null);
}
