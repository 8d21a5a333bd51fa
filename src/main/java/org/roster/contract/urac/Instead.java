package org.roster.contract.urac;

import java.util.function.Supplier;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Endpoints that have a number of their own for one of the directory's reasons. */
public final class Instead {

    private Instead() {}

    /** Does the work; for this reason it is refused with this error instead of the usual one. */
    public static <T> T of(Reason reason, UracError error, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refusal.reason() == reason ? error.refusal() : refusal;
        }
    }
}
