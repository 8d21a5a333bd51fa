package org.roster.directory.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based codes (RFC 6238): six digits of HMAC-SHA-1 over steps of 30 seconds, which is what every authenticator
 * application can do. The step before and the step after are good too, for clocks that differ (section 5.2).
 */
@ApplicationScoped
class TimeBasedCodes {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    private static final String ALGORITHM = TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1;

    /** As long as the hash (RFC 4226 section 4, R6). */
    private static final int SEED_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS, ALGORITHM);

    @Inject
    Clock clock;

    byte[] newSeed() {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** The step whose code this is, among those that are good now. All are looked at, so that the time tells nothing. */
    OptionalLong step(byte[] seed, String code) {
        var key = new SecretKeySpec(seed, ALGORITHM);
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(ascii(code(key, step)), ascii(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(SecretKey key, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-1 takes every key", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
