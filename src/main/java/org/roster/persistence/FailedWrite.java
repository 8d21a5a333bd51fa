package org.roster.persistence;

import jakarta.persistence.OptimisticLockException;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** What to tell of a write that has failed. */
public final class FailedWrite {

    /** What a caller is told while the database is away. */
    public static final String AWAY = "the directory's database does not answer now; nothing was changed";

    /** What it is told while the disk of an embedded database has no space left. */
    static final String FULL = "the disk of the directory's database is full; nothing was changed";

    /** What it is told when the connection ended after the order to commit and before its answer. */
    static final String UNKNOWN =
            "the directory's database did not say whether the change was made; ask, or send the request again";

    private FailedWrite() {}

    static boolean stale(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            // A commit reports the provider's own class of this name.
            if (cause instanceof OptimisticLockException
                    || cause.getClass().getSimpleName().equals("OptimisticLockException")) {
                return true;
            }
        }
        return false;
    }

    /** What to tell of a write that failed for good. */
    static RuntimeException meaning(RuntimeException e) {
        if (stale(e)) {
            return new Refusal(Reason.VERSION_STALE, null, "it was changed by another request at the same time");
        }
        if (Violations.passing(e)) {
            return unavailable(e, AWAY);
        }
        return Violations.unreachable(e) ? unavailable(e, e instanceof CommitFailed ? UNKNOWN : AWAY) : e;
    }

    static Refusal unavailable(Exception cause, String detail) {
        System.getLogger(FailedWrite.class.getName())
                .log(System.Logger.Level.WARNING, "the database does not answer: {0}", Violations.cause(cause));
        return new Refusal(Reason.UNAVAILABLE, null, detail);
    }

    /** The commit itself failed; the cause says how. */
    static final class CommitFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommitFailed(Throwable cause) {
            super(cause);
        }
    }
}
