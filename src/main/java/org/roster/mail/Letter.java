package org.roster.mail;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told to somebody by mail.
 *
 * @param user whom it is about, or null
 * @param locale the reader's language tag (BCP 47), or null
 * @param values what the template may show, by name
 * @param token the one-time token of its link; null for a kind without a link
 * @param life how long the token is good
 */
public record Letter(
        UUID tenant,
        @Nullable UUID user,
        MailKind kind,
        String to,
        @Nullable String locale,
        Map<String, String> values,
        @Nullable String token,
        Duration life,
        String requestId) {

    @Override
    public String toString() {
        return "Letter[" + kind + "]"; // never the token
    }
}
