package org.roster.contract.econtext.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.system.SecretsKey;

/**
 * Remembers log-ins that failed, as version 2 of the original does: the same credential three times, or one address
 * twenty times, and the next ones fail unseen, until there was none for five minutes. What is remembered is a keyed hash,
 * with a key that dies with the process.
 */
@ApplicationScoped
class EcontextAttempts {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int PER_CREDENTIAL = 3;
    private static final int PER_ADDRESS = 20;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final byte[] processKey = new byte[32];

    EcontextAttempts() {
        new SecureRandom().nextBytes(processKey);
    }

    boolean allowed(UUID tenant, EcontextLogIn logIn) {
        return count(ofCredential(tenant, logIn)) < PER_CREDENTIAL && count(ofAddress(tenant, logIn)) < PER_ADDRESS;
    }

    void failed(UUID tenant, EcontextLogIn logIn) {
        add(ofCredential(tenant, logIn));
        add(ofAddress(tenant, logIn));
    }

    private int count(@Nullable String key) {
        var counted = key == null ? null : failures.getIfPresent(key);
        return counted == null ? 0 : counted;
    }

    private void add(@Nullable String key) {
        if (key != null) {
            failures.asMap().merge(key, 1, Integer::sum);
        }
    }

    private String ofCredential(UUID tenant, EcontextLogIn logIn) {
        var pair = logIn.credential();
        return hash(tenant, "credential", logIn.type(), pair.username(), pair.password());
    }

    private @Nullable String ofAddress(UUID tenant, EcontextLogIn logIn) {
        var address = logIn.ipAddress();
        return address == null || address.isBlank() ? null : hash(tenant, "address", address.strip());
    }

    private String hash(UUID tenant, String... words) {
        // A JSON text holds no NUL, so no two lists of words make one text.
        var text = tenant + "\0" + String.join("\0", words);
        return Base64.getEncoder().encodeToString(SecretsKey.hmac(processKey, text.getBytes(StandardCharsets.UTF_8)));
    }
}
