package org.roster.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.roster.persistence.Transactions;
import org.roster.tally.Tally;

/** Counts events by their type once they are committed; one that tells of many counts as so many. */
@ApplicationScoped
class EventTally {

    @Inject
    Transactions transactions;

    @Inject
    Tally tally;

    void happened(@Observes Change change) {
        long times = change.after().get(Occurrences.MORE) instanceof Integer more ? more : 1;
        transactions.afterCommit(() -> tally.event(change.type(), times));
    }
}
