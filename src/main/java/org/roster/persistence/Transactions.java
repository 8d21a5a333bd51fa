package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Opens and ends transactions. Services call it by hand, since a password must be hashed before a transaction opens and
 * a deadlock is answered by doing the whole of it again (decision 003).
 */
@ApplicationScoped
public class Transactions {

    private static final int TRIES = 5;

    /** What the present thread's transaction has asked to be done once it is committed. */
    private final ThreadLocal<List<Runnable>> afterwards = ThreadLocal.withInitial(ArrayList::new);

    @Resource
    UserTransaction transaction;

    /**
     * Runs work in one transaction and commits it; whatever it throws rolls everything back. When the database gives up
     * on it for the sake of another transaction, the work is done again from its beginning, so it must have no effect
     * outside the database.
     *
     * @throws Refusal as the work does, {@link Reason#VERSION_STALE} when another change came first, and
     *     {@link Reason#UNAVAILABLE} when the database does not answer
     */
    public <T> T write(Supplier<T> work) {
        if (running()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException e) {
                if (stale(e)) {
                    throw new Refusal(Reason.VERSION_STALE, null, "it was changed by another request at the same time");
                }
                if (!Violations.passing(e) || attempt == TRIES) {
                    throw Violations.passing(e) || Violations.unreachable(e) ? unavailable(e) : e;
                }
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

    /** Does something once the present transaction is committed, and not at all if it is rolled back. */
    public void afterCommit(Runnable action) {
        afterwards.get().add(action);
    }

    private <T> T once(Supplier<T> work) {
        afterwards.remove();
        try {
            transaction.begin();
        } catch (Exception e) {
            throw new IllegalStateException("no transaction can be opened", e);
        }
        try {
            T result = work.get();
            transaction.commit();
            afterwards.get().forEach(Runnable::run);
            return result;
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        } catch (Exception e) {
            rollBack();
            throw new CommitFailed(e);
        } finally {
            afterwards.remove();
        }
    }

    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
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

    private static boolean stale(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            // A commit reports the provider's own class of this name.
            if (cause instanceof OptimisticLockException
                    || cause.getClass().getSimpleName().equals("OptimisticLockException")) {
                return true;
            }
        }
        return false;
    }

    private static Refusal unavailable(RuntimeException cause) {
        System.getLogger(Transactions.class.getName())
                .log(System.Logger.Level.WARNING, "the database does not answer: {0}", cause.getMessage());
        return new Refusal(
                Reason.UNAVAILABLE, null, "the directory's database does not answer now; nothing was changed");
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The commit itself failed; the cause says how. */
    private static final class CommitFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommitFailed(Throwable cause) {
            super(cause);
        }
    }
}
