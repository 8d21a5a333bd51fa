package org.roster.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens, for a thread that asks for it, to what its transaction does: the changes, and what they bring about. What was heard
 * belongs to one transaction and is forgotten with it, so that work which is done again after a deadlock is heard once. Where
 * nobody listens, a report costs a look at the thread.
 */
@ApplicationScoped
public class Consequences {

    private final ThreadLocal<Boolean> listening = new ThreadLocal<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * What was heard, in order.
     *
     * @param changes the events
     * @param consequences what they bring about
     */
    public record Heard(List<Change> changes, List<Consequence> consequences) {

        static final Heard NOTHING = new Heard(List.of(), List.of());
    }

    /** The thread listens from now on, until {@link #stop}. */
    public void listen() {
        listening.set(true);
    }

    public void stop() {
        listening.remove();
    }

    /** Tells of something that will happen once the present transaction is committed. */
    public void report(Consequence consequence) {
        if (listening.get() != null && active()) {
            current().consequences().add(consequence);
        }
    }

    /** What the present transaction has done so far. */
    public Heard heard() {
        return active() && transactions.getResource(this) instanceof Heard heard
                ? new Heard(List.copyOf(heard.changes()), List.copyOf(heard.consequences()))
                : Heard.NOTHING;
    }

    void onChange(@Observes Change change) {
        if (listening.get() != null && active()) {
            current().changes().add(change);
        }
    }

    private Heard current() {
        if (!(transactions.getResource(this) instanceof Heard)) {
            transactions.putResource(this, new Heard(new ArrayList<>(), new ArrayList<>()));
        }
        return (Heard) transactions.getResource(this);
    }

    private boolean active() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
