package org.roster.credential.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What is counted, and by which measure. After some wrong tries that cost nothing, each further one makes the next wait
 * twice as long, up to a bound.
 */
enum Measure {
    /**
     * Passwords of an account, by whatever way in. NIST SP 800-63B-4 section 3.2.2: at most 100 in a row. Of these 50 are kept
     * for places where the user is known, and ten for {@link #PRESENT}; strangers have the rest.
     */
    ACCOUNT(5, Duration.ofMinutes(15), 40, Duration.ofDays(30), true),
    /** The present password, given by somebody who is logged in. */
    PRESENT(5, Duration.ofMinutes(15), 10, Duration.ofDays(30), true),
    /** Codes of a second factor, given by somebody who knows the password. */
    FACTOR(5, Duration.ofMinutes(15), 100, Duration.ofDays(30), true),
    /** Pins. A right one forgets nothing: who has one of their own must not use it to try those of others. */
    PIN(10, Duration.ofMinutes(15), Integer.MAX_VALUE, Duration.ofHours(1), false),
    /** Secrets of a client from one address. They are random, so that a short delay is enough. */
    CLIENT(5, Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofHours(1), true);

    /** Who is shut out until something else happens is told to come back after this long. */
    static final Duration SHUT_OUT = Duration.ofDays(1);

    private final int free;
    private final Duration longest;
    private final int last;
    private final Duration remembered;
    private final boolean rightForgets;

    Measure(int free, Duration longest, int last, Duration remembered, boolean rightForgets) {
        this.free = free;
        this.longest = longest;
        this.last = last;
        this.remembered = remembered;
        this.rightForgets = rightForgets;
    }

    /** How many wrong tries cost nothing. */
    int free() {
        return free;
    }

    /** Whether a right try forgets the wrong ones before it. */
    boolean rightForgets() {
        return rightForgets;
    }

    Instant rememberedUntil(Instant now) {
        return now.plus(remembered);
    }

    /** After how many wrong tries in a row none is looked at any more. */
    int last() {
        return last;
    }

    boolean shutsOut(int failures) {
        return failures >= last;
    }

    /** How long after the last of so many wrong tries the next is looked at. */
    Duration delay(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        if (shutsOut(failures)) {
            return SHUT_OUT;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** The whole seconds that are left of the delay; 0 when a try is looked at now. */
    int secondsLeft(int failures, Instant lastAt, Instant now) {
        if (shutsOut(failures)) {
            return (int) SHUT_OUT.toSeconds();
        }
        return seconds(now, lastAt.plus(delay(failures)));
    }

    /** From one instant to another, rounded up; 0 if that is not later. */
    static int seconds(Instant from, Instant until) {
        return (int) Math.max(0, (Duration.between(from, until).toMillis() + 999) / 1000);
    }

    String bucket(String of) {
        return name().toLowerCase(Locale.ROOT) + ':' + of;
    }

    /** What was tried, as events have it. */
    String told() {
        return switch (this) {
            case ACCOUNT -> "password";
            case PRESENT -> "present_password";
            case FACTOR -> "second_factor";
            case PIN -> "pin";
            case CLIENT -> "secret";
        };
    }
}
