package org.roster.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.roster.event.Consequences;
import org.roster.event.Consequences.Heard;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Does what a request asks for in a transaction that is never committed, and listens to what it would bring about. A thread
 * that has begun one ends it, in any case, by {@link #end}.
 */
@ApplicationScoped
public class DryRunService {

    @Inject
    Transactions transactions;

    @Inject
    Consequences consequences;

    public void begin() {
        transactions.defer();
        consequences.listen();
    }

    /**
     * What would have happened.
     *
     * @throws Refusal {@link Reason#UNAVAILABLE} when a part of it was rolled back already
     */
    public Heard heard() {
        if (transactions.lost()) {
            throw new Refusal(Reason.UNAVAILABLE, null, "what would happen cannot be told now; nothing was changed");
        }
        return consequences.heard();
    }

    /** Takes back what was done. */
    public void end() {
        consequences.stop();
        transactions.abandon();
    }
}
