package org.roster.system;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** An identifier that has a given moment in it; of several of one millisecond chance says which comes first. */
    public static UUID at(Instant moment) {
        long high = moment.toEpochMilli() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
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

    /**
     * Whether every database that Roster runs on keeps an identifier. MariaDB refuses those of version 8 and above whose ninth
     * octet is not above 80 (hexadecimal): with the variant that RFC 9562, 4.1 leaves to the NCS, and 80 itself. Seen with 10.11
     * and 11.4.
     */
    public static boolean keepable(UUID id) {
        return id.version() < 8 || (id.getLeastSignificantBits() >>> 56) > 0x80;
    }

    /** The moment that is written in an identifier of version 7, in milliseconds; the epoch for any other text. */
    public static Instant instant(@Nullable String id) {
        return id == null
                ? Instant.EPOCH
                : parse(id)
                        .map(known -> Instant.ofEpochMilli(known.getMostSignificantBits() >>> 16))
                        .orElse(Instant.EPOCH);
    }

    /**
     * The alias of an identifier for clients that know ids of 24 hexadecimal digits: its 96 bits after the version and
     * the variant are taken out and the last 26 are cut.
     */
    public static String objectId(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        long head = high >>> 16 << 12 | high & 0xfffL;
        return String.format("%015x%09x", head, low >>> 26 & 0xfffffffffL);
    }

    /**
     * The identifier whose alias is this one and whose cut bits are zero, so that something made elsewhere keeps its id;
     * empty when the text is not 24 hexadecimal digits.
     */
    public static Optional<UUID> ofObjectId(String text) {
        return range(text).map(range -> range.get(0));
    }

    /** The alias that has to be kept in a row, since it cannot be found by the key: that of an id that is not of version 7. */
    public static @Nullable String keptObjectId(UUID id) {
        return id.version() == 7 && id.variant() == 2 ? null : objectId(id);
    }

    /** The first and the last identifier that have this alias, for a search by key. */
    public static Optional<List<UUID>> range(String objectId) {
        if (objectId.length() != 24
                || !objectId.chars()
                        .allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F')) {
            return Optional.empty();
        }
        long head = Long.parseLong(objectId.substring(0, 15), 16);
        long tail = Long.parseLong(objectId.substring(15), 16);
        long high = head >>> 12 << 16 | 0x7000L | head & 0xfffL;
        long low = 0x8000000000000000L | tail << 26;
        return Optional.of(List.of(new UUID(high, low), new UUID(high, low | 0x3ffffffL)));
    }

    private static BigInteger unsigned(long bits) {
        var number = BigInteger.valueOf(bits);
        return bits < 0 ? number.add(TWO_64) : number;
    }
}
