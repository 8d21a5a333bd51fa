package org.roster.it.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.roster.event.Change;

/** An observer that fails on demand, as an audit trail without room on its disk would. */
@ApplicationScoped
public class FailingObserver {

    private volatile String type = "";

    /** From now on changes of this type cannot be recorded. */
    void failAt(String changeType) {
        type = changeType;
    }

    void onChange(@Observes Change change) {
        if (change.type().equals(type)) {
            throw new IllegalStateException("cannot be recorded");
        }
    }
}
