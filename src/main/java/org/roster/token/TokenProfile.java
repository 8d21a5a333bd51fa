package org.roster.token;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an access token is made for those who read it. Roster's own reading of it is the same for every profile.
 *
 * @param audienceIsClient whether {@code aud} names the client rather than this Roster
 * @param subjectIsUsername whether {@code sub} is the user name, and empty where there is no user, rather than an id
 * @param scopeList whether the scopes stand in an array {@code scopes} too
 * @param life how long it lives, or null for the client's setting
 * @param claims more claims, beside those that Roster itself reads
 */
public record TokenProfile(
        boolean audienceIsClient,
        boolean subjectIsUsername,
        boolean scopeList,
        @Nullable Duration life,
        Map<String, Object> claims) {

    /** The claim that marks a token as good for the second step of its log-in only. */
    static final String STEP = "step";

    public TokenProfile(
            boolean audienceIsClient, boolean subjectIsUsername, boolean scopeList, @Nullable Duration life) {
        this(audienceIsClient, subjectIsUsername, scopeList, life, Map.of());
    }

    /**
     * The same profile with claims that its readers look for; {@code sub} among them takes the subject's place,
     * and {@code groups} joins the scopes that stand there, but for words that Roster enforces.
     */
    public TokenProfile with(Map<String, Object> more) {
        return new TokenProfile(audienceIsClient, subjectIsUsername, scopeList, life, more);
    }

    /** An access token as RFC 9068 has it. */
    public static final TokenProfile STANDARD = new TokenProfile(false, false, false, null);
}
