package org.roster.credential.guard;

/**
 * A secret that may be looked at now. Whoever looks says what came of it; a try that is closed without a word, because the
 * server was overloaded or another step is still to come, counts for nothing.
 */
public final class Try implements AutoCloseable {

    private final Guard guard;
    private final Turns.Turn turn;
    private final Tried tried;
    private final Sight sight;
    private final boolean claimed;
    private final int addressHeld;
    private boolean said;

    /**
     * @param claimed whether it is counted already
     * @param addressHeld for how many seconds tries from elsewhere at this address are not looked at; 0 if they are
     */
    Try(Guard guard, Turns.Turn turn, Tried tried, Sight sight, boolean claimed, int addressHeld) {
        this.guard = guard;
        this.turn = turn;
        this.tried = tried;
        this.sight = sight;
        this.claimed = claimed;
        this.addressHeld = addressHeld;
    }

    /**
     * It was wrong, or it was of no use: a right password of an account that is out of use is counted too, so that the
     * counting tells nothing.
     *
     * @throws org.roster.refusal.Refusal {@link org.roster.refusal.Reason#RATE_LIMITED} where an unknown name would have
     *     been refused
     */
    public void wrong() {
        said = true;
        guard.wrong(tried, sight, claimed);
        if (addressHeld > 0) {
            throw Guard.limited(addressHeld);
        }
    }

    /** It was right: what was wrong before is forgotten, and the place is known from now on. */
    public void right() {
        said = true;
        guard.right(tried, sight, claimed, true);
    }

    /**
     * It was right, but was no log-in: a program that sends its password with each request must not wipe out every minute
     * what strangers have tried meanwhile.
     */
    public void passed() {
        said = true;
        guard.right(tried, sight, claimed, false);
    }

    @Override
    public void close() {
        try {
            if (!said && claimed) {
                guard.giveBack(tried, sight);
            }
        } finally {
            turn.close();
        }
    }
}
