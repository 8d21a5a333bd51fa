package org.roster.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.roster.system.SecretsKey;

/**
 * Random secrets: API keys, client secrets, refresh and one-time tokens. They have 256 bits, so a fast keyed hash
 * protects them at rest (ASVS 6.5.2); a stolen database alone does not even let one test a guess.
 */
@ApplicationScoped
public class Secrets {

    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretsKey key;

    /** A new secret: 43 characters of base64url. */
    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** The form that is stored. */
    public String hash(String secret) {
        return keyed("secret hashes", secret);
    }

    /** A keyed hash for a purpose of its own; equal texts of one purpose have equal hashes. */
    public String keyed(String purpose, String text) {
        var mac = SecretsKey.hmac(key.derive(purpose).getEncoded(), text.getBytes(StandardCharsets.UTF_8));
        return BASE64.encodeToString(mac);
    }

    /** Compares two hashes in a time that does not depend on where they differ. */
    public static boolean equal(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** The last characters of a secret, by which people recognise it. */
    public static String hint(String secret) {
        return secret.substring(Math.max(0, secret.length() - 4));
    }
}
