package org.roster.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.roster.system.SecretsKey;

/**
 * Remembers for a minute that a password was right, so that HTTP Basic does not cost a hash with every call. The key is
 * a keyed hash over the stored hash and the password: a changed password is another key, and the process's own random
 * key makes the memory worthless elsewhere. Only right passwords are remembered.
 */
@ApplicationScoped
public class VerifiedPasswords {

    private final Cache<String, Boolean> right = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    private final byte[] processKey = new byte[32];

    @Inject
    Passwords passwords;

    public VerifiedPasswords() {
        new SecureRandom().nextBytes(processKey);
    }

    /** Whether this password was right within the last minute, and still is that of this hash. Costs no password hash. */
    public boolean remembers(String password, @Nullable String hash) {
        return hash != null
                && password.length() <= Passwords.MAX_LENGTH
                && right.getIfPresent(key(password, hash)) != null;
    }

    /** As {@link Passwords#matches}; a right password is remembered. */
    public boolean matches(String password, @Nullable String hash) {
        boolean matches = passwords.matches(password, hash);
        if (matches && hash != null) {
            right.put(key(password, hash), true);
        }
        return matches;
    }

    private String key(String password, String hash) {
        var mac = SecretsKey.hmac(processKey, (hash + '\u0000' + password).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac);
    }
}
