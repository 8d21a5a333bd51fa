package org.roster.it;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The base of a black-box test: a running Roster that all of them share, and the means to speak to it. Tests share the
 * database too, so each makes names of its own ({@link #unique}).
 */
@ExtendWith(SharedRoster.class)
public abstract class Deployed {

    private static String token;
    private static Instant tokenUntil = Instant.EPOCH;

    protected static RosterServer server() {
        return SharedRoster.server();
    }

    protected static URI base() {
        return server().base();
    }

    protected static Http http() {
        return server().http();
    }

    protected static Raw raw() {
        return new Raw(base());
    }

    /** The bootstrap client's access token, with all of its scopes; asked for once. */
    protected static synchronized String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            var granted = Credentials.granted(http(), Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
            token = granted.get("access_token").asText();
            tokenUntil = Instant.now()
                    .plusSeconds(granted.path("expires_in").asLong(60))
                    .minus(Duration.ofSeconds(30));
        }
        return token;
    }

    /** The bootstrap client's token with these scopes only. */
    protected static String token(String... scopes) {
        return Credentials.token(http(), scopes);
    }

    /** A name that no other test uses: {@code prefix-1a2b3c...}. */
    protected static String unique(String prefix) {
        return prefix + "-" + Long.toString(System.nanoTime(), 36);
    }
}
