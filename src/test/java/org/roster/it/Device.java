package org.roster.it;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** A person's authenticator application: it has read a seed and shows codes. */
public final class Device {

    private static final long STEP_MILLIS = 30_000;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] seed;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    public Device(String secret) {
        seed = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < seed.length * 8; bit++) {
            int digit = ALPHABET.indexOf(secret.charAt(bit / 5));
            seed[bit / 8] |= (byte) ((digit >> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
    }

    /** The code that it showed, or will show, so many steps of 30 seconds from now. */
    public String code(int steps) {
        if (steps < 0) {
            awaitTimeInStep();
        }
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(seed, "RAW"), Instant.now().plusSeconds(30L * steps), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of the step before is good as long as the present one lasts: it must not end under way. */
    private static void awaitTimeInStep() {
        long left = STEP_MILLIS - System.currentTimeMillis() % STEP_MILLIS;
        if (left < 3000) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
