package org.roster.contract.urac.join;

import java.time.Duration;

/** How long one-time tokens are good. */
public final class Lives {

    /** Two days, as in the original. */
    public static final Duration INVITATION = Duration.ofDays(2);

    /** A forgotten password is set anew at once or not at all (R36). */
    static final Duration RESET = Duration.ofHours(1);

    private Lives() {}
}
