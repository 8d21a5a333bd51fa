package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.roster.system.Sealed;
import org.roster.system.SecretsKey;

/**
 * Secrets of endpoints, and signatures by them, as Standard Webhooks 1.0.0 has both: {@code whsec_} and 32 random bytes in
 * Base64; HMAC-SHA256 of the id, the second and the body, joined by dots.
 */
@ApplicationScoped
class EndpointSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int HINT = 4;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Sealed sealed;

    /** A new secret: what is shown once, and what rests in the row. */
    record Made(String text, String sealed, String hint) {

        @Override
        public String toString() {
            return "Made[" + hint + "]"; // never the secret
        }
    }

    Made next(UUID endpoint) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        var text = PREFIX + Base64.getEncoder().encodeToString(key);
        var bare = text.replace("=", "");
        return new Made(text, sealed.seal(name(endpoint), key), bare.substring(bare.length() - HINT));
    }

    /**
     * The value of {@code webhook-signature}: by the present secret, and by the one before while that is still good.
     *
     * @param at the time that the receiver compares with its own
     * @param now the time that nodes share, by which the secret before is good
     */
    String sign(WebhookEndpoint endpoint, String id, Instant at, Instant now, String body) {
        var signature = sign(open(endpoint, endpoint.sealedSecret()), id, at, body);
        var previous = endpoint.previousSecret(now);
        return previous == null ? signature : signature + ' ' + sign(open(endpoint, previous), id, at, body);
    }

    static String sign(byte[] key, String id, Instant at, String body) {
        var message = (id + '.' + at.getEpochSecond() + '.' + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(SecretsKey.hmac(key, message));
    }

    private byte[] open(WebhookEndpoint endpoint, String text) {
        return sealed.open(name(endpoint.id()), text);
    }

    private static String name(UUID endpoint) {
        return "webhook " + endpoint;
    }
}
