package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.trace.Span;
import org.roster.trace.Traces;

/**
 * Opens and ends transactions. Services call it by hand, since a password must be hashed before a transaction opens and
 * a deadlock is answered by doing the whole of it again (decision 003).
 *
 * <p>A request whose answer must be kept or taken back together with its changes defers the end of its transaction: the
 * first write that succeeds leaves it open, later ones join it, and whoever has deferred it commits it or rolls it back
 * once the answer is made (decision 021).
 */
@ApplicationScoped
public class Transactions {

    private static final int TRIES = 5;

    /** What the present thread's transaction has asked to be done once it is committed. */
    private final ThreadLocal<List<Runnable>> afterwards = ThreadLocal.withInitial(ArrayList::new);

    /** Of threads that have deferred the end of their transaction. */
    private final ThreadLocal<@Nullable Deferral> deferred = new ThreadLocal<>();

    @Resource
    UserTransaction transaction;

    @PersistenceContext
    EntityManager em;

    @Inject
    Apart apart;

    @Inject
    Turns turns;

    @Inject
    Traces traces;

    /**
     * Runs work in one transaction and commits it; whatever it throws rolls everything back. When the database gives up
     * on it for the sake of another transaction, the work is done again from its beginning, so it must have no effect
     * outside the database.
     *
     * @throws Refusal as the work does, {@link Reason#VERSION_STALE} when another change came first, and
     *     {@link Reason#UNAVAILABLE} when the database does not answer
     */
    public <T> T write(Supplier<T> work) {
        var deferral = deferred.get();
        if (deferral != null && deferral.open && !deferral.apart) {
            return joined(deferral, work);
        }
        if (running()) {
            return work.get();
        }
        return tried(work);
    }

    private <T> T tried(Supplier<T> work) {
        try (var span = traces.part("transaction")) {
            return tried(work, span);
        }
    }

    private <T> T tried(Supplier<T> work, Span span) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException e) {
                if (FailedWrite.stale(e) || !Violations.passing(e) || attempt == TRIES) {
                    throw FailedWrite.meaning(e);
                }
                span.say("roster.attempts", attempt + 1L);
                pause(attempt);
            }
        }
    }

    /** As {@link #write(Supplier)}, for work without a result. */
    public void run(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }

    /**
     * As {@link #write(Supplier)}, but what is written stays whatever becomes of a deferred transaction: wrong tries count in
     * a dry run too. It must want no row that the deferred transaction has changed.
     */
    public <T> T apart(Supplier<T> work) {
        var deferral = deferred.get();
        if (deferral == null || deferral.apart) {
            return write(work);
        }
        deferral.apart = true;
        var kept = afterwards.get();
        afterwards.remove();
        try {
            return apart.from(() -> tried(work));
        } finally {
            afterwards.set(kept);
            deferral.apart = false;
        }
    }

    /** As {@link #apart(Supplier)}, for work without a result. */
    public void runApart(Runnable work) {
        apart(() -> {
            work.run();
            return true;
        });
    }

    /** From now on the thread's transaction stays open; {@link #settle} or {@link #abandon} ends this, on the same thread. */
    public void defer() {
        deferred.set(new Deferral());
    }

    /** Whether what the thread reads now may never have been: it must not be remembered for others. */
    public boolean pending() {
        var deferral = deferred.get();
        return deferral != null && !deferral.apart && running();
    }

    /** Whether the thread has deferred a transaction of which a part was rolled back since. */
    public boolean lost() {
        var deferral = deferred.get();
        return deferral != null && deferral.lost;
    }

    /**
     * Does the last work of a deferred transaction, commits all of it and what follows a commit. Where none was opened the
     * work has one of its own.
     *
     * @param refused whether the answer says that nothing was done
     * @return what the work returns; false rolls everything back
     * @throws Refusal {@link Reason#UNAVAILABLE} when it cannot be committed
     */
    public boolean settle(boolean refused, Supplier<Boolean> last) {
        var deferral = deferred.get();
        if (deferral != null && deferral.lost && !refused) {
            abandon();
            var why = new IllegalStateException("what the request had done was rolled back before its end");
            throw FailedWrite.unavailable(why, FailedWrite.AWAY);
        }
        if (deferral == null || !deferral.open || deferral.lost) {
            abandon();
            return write(last);
        }
        boolean ordered = false;
        try {
            boolean whole = last.get();
            if (whole) {
                em.flush();
                ordered = true;
                transaction.commit();
                deferred.remove();
                turns.give();
                deferral.afterwards.forEach(Runnable::run);
            }
            return whole;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception e) {
            throw FailedWrite.unavailable(
                    e, ordered && !Violations.passing(e) ? FailedWrite.UNKNOWN : FailedWrite.AWAY);
        } finally {
            abandon();
        }
    }

    /** Rolls back what is open, if anything is, and ends the deferring. */
    public void abandon() {
        var deferral = deferred.get();
        deferred.remove();
        if (deferral != null && deferral.open) {
            rollBack();
            turns.give();
        }
    }

    /** Does something once the present transaction is committed, and not at all if it is rolled back. */
    public void afterCommit(Runnable action) {
        afterwards.get().add(action);
    }

    /** Work on top of what a deferred transaction has done already; what fails takes that with it. */
    private <T> T joined(Deferral deferral, Supplier<T> work) {
        deferral.open = false; // what it calls joins as usual
        afterwards.remove();
        try {
            T result = work.get();
            leaveOpen(deferral);
            return result;
        } catch (RuntimeException | Error e) {
            deferral.lost = true;
            deferral.afterwards.clear();
            rollBack();
            turns.give();
            if (e instanceof RuntimeException failed) {
                throw FailedWrite.meaning(failed);
            }
            throw e;
        } finally {
            afterwards.remove();
        }
    }

    /** Everything is in the database but not committed; what is read from now on is read anew, as after a commit. */
    private void leaveOpen(Deferral deferral) {
        em.flush();
        em.clear();
        deferral.afterwards.addAll(afterwards.get());
        deferral.open = true;
    }

    private <T> T once(Supplier<T> work) {
        begin(); // before the wait: it gives back the connection of what was read so far
        takeTurn();
        boolean stays = false;
        try {
            T result = work.get();
            var deferral = deferred.get();
            if (deferral != null && !deferral.apart) {
                leaveOpen(deferral);
                stays = true;
                return result;
            }
            transaction.commit();
            afterwards.get().forEach(Runnable::run);
            return result;
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        } catch (Exception e) {
            rollBack();
            throw new FailedWrite.CommitFailed(e);
        } finally {
            afterwards.remove();
            if (!stays) {
                turns.give();
            }
        }
    }

    /** What fails here has taken no turn, so none is given back: the thread may hold one for a transaction around this. */
    private void takeTurn() {
        try {
            turns.take();
        } catch (RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    private void begin() {
        afterwards.remove();
        try {
            transaction.begin();
        } catch (Exception e) {
            throw new IllegalStateException("no transaction can be opened", e);
        }
    }

    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                turns.rollBack(transaction::rollback);
            }
        } catch (SystemException e) {
            System.getLogger(Transactions.class.getName())
                    .log(System.Logger.Level.WARNING, "a transaction could not be rolled back", e);
        }
    }

    private boolean running() {
        try {
            return transaction.getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
