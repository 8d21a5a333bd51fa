package org.roster.system;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Identifiers: UUID version 7 (RFC 9562 section 5.7), so that new rows come in key order, and their short form of 25
 * characters for API keys.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORT_LENGTH = 25;
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private static long lastMillis;
    private static int counter;

    private Ids() {}

    /**
     * A new identifier. Within one millisecond the 12 bits after the version count up from a random start, so that ids
     * made by one node are ordered (RFC 9562 section 6.2, method 1); a clock that steps back does not break the order.
     */
    public static UUID next() {
        long millis;
        int count;
        synchronized (Ids.class) {
            long now = System.currentTimeMillis();
            if (now > lastMillis) {
                lastMillis = now;
                counter = RANDOM.nextInt(0x400);
            } else if (++counter > 0xfff) {
                lastMillis++;
                counter = RANDOM.nextInt(0x400);
            }
            millis = lastMillis;
            count = counter;
        }
        long high = millis << 16 | 0x7000L | count;
        long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The UUID that a text spells in its canonical form of 36 characters, in any letter case; nothing else is taken. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(text);
            // UUID.fromString takes groups of other lengths; the round trip does not.
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The short form: the 128 bits in base 36, 25 characters of 0-9A-Z. */
    public static String shortForm(UUID id) {
        var number = unsigned(id.getMostSignificantBits()).shiftLeft(64).or(unsigned(id.getLeastSignificantBits()));
        var digits = number.toString(36).toUpperCase(Locale.ROOT);
        return "0".repeat(SHORT_LENGTH - digits.length()) + digits;
    }

    /** The UUID of a short form. */
    public static Optional<UUID> parseShort(String text) {
        if (text.length() != SHORT_LENGTH
                || !text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
            return Optional.empty();
        }
        var number = new BigInteger(text, 36);
        return number.bitLength() > 128
                ? Optional.empty()
                : Optional.of(new UUID(number.shiftRight(64).longValue(), number.longValue()));
    }

    private static BigInteger unsigned(long bits) {
        var number = BigInteger.valueOf(bits);
        return bits < 0 ? number.add(TWO_64) : number;
    }
}
