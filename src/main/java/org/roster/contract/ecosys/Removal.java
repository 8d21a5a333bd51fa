package org.roster.contract.ecosys;

import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** In this contract what does not exist counts as removed. */
public final class Removal {

    private Removal() {}

    /** Runs a removal; that there was nothing to remove, also by another request's doing, is no failure. */
    public static void of(Reason unknown, Runnable removal) {
        try {
            removal.run();
        } catch (Refusal refusal) {
            if (refusal.reason() != unknown) {
                throw refusal;
            }
        }
    }
}
