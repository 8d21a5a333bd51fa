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

    /** As {@link Passwords#matches}, but a password that was right within the last minute costs nothing. */
    public boolean matches(String password, @Nullable String hash) {
        if (hash == null || password.length() > Passwords.MAX_LENGTH) {
            return passwords.matches(password, hash);
        }
        var mac = SecretsKey.hmac(processKey, (hash + '\u0000' + password).getBytes(StandardCharsets.UTF_8));
        var key = Base64.getEncoder().encodeToString(mac);
        if (right.getIfPresent(key) != null) {
            return true;
        }
        boolean matches = passwords.matches(password, hash);
        if (matches) {
            right.put(key, true);
        }
        return matches;
    }
}
