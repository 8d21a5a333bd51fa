package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * On an embedded database writing transactions take turns. H2 writes its tables into the file one after the other while other
 * transactions go on changing them, so that a process that is killed then leaves the later tables of a transaction that was
 * never committed, without what would take them back: an event without its user. Where one transaction at most is open, there
 * is nothing to be torn. MariaDB has a log, and no turns.
 */
@ApplicationScoped
class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;

    private volatile ReentrantLock turn = new ReentrantLock(true);

    /** Whose holder is rolling back. */
    private volatile @Nullable Ending ending;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    private volatile @Nullable EmbeddedFile known;

    /** @param since as {@link System#nanoTime} */
    private record Ending(ReentrantLock turn, long since) {}

    /** How a transaction is rolled back. */
    @FunctionalInterface
    interface RollBack {

        void rollback() throws SystemException;
    }

    Turns() {
        this(PATIENCE);
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits until it is the thread's turn, if there are turns; each take is followed by a {@link #give}.
     *
     * @throws Refusal {@link Reason#UNAVAILABLE} when it is not within ten seconds, or the disk is as good as full; none is taken then
     */
    void take() {
        var file = file();
        if (file == EmbeddedFile.NONE) {
            return;
        }
        if (!taken()) {
            throw new Refusal(Reason.UNAVAILABLE, null, FailedWrite.AWAY);
        }
        if (!file.hasSpace()) {
            give();
            throw new Refusal(Reason.UNAVAILABLE, null, FailedWrite.FULL);
        }
    }

    private boolean taken() {
        try {
            var present = turn;
            return lock(present) || lost(present) && lock(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Rolls back the thread's transaction; where that does not end, the turn is taken away. */
    void rollBack(RollBack transaction) throws SystemException {
        var present = turn;
        boolean held = present.isHeldByCurrentThread();
        if (held) {
            ending = new Ending(present, System.nanoTime());
        }
        try {
            transaction.rollback();
        } finally {
            if (held && present == turn) {
                ending = null;
            }
        }
    }

    /** Ends the thread's turn. */
    void give() {
        var present = turn;
        if (present.isHeldByCurrentThread()) {
            present.unlock();
        }
    }

    private boolean lock(ReentrantLock present) throws InterruptedException {
        if (!present.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        if (present == turn) {
            return true;
        }
        present.unlock();
        return false;
    }

    /**
     * Whether a turn is over though nobody gave it. A full disk closes H2's file, and a transaction that is rolled back at that instant may
     * go round in H2 for ever; the file is opened anew for who comes next, and without this they would wait for that one until a restart.
     */
    private synchronized boolean lost(ReentrantLock present) {
        var last = ending;
        if (last != null
                && last.turn() == present
                && turn == present
                && System.nanoTime() - last.since() >= patience.toNanos()) {
            turn = new ReentrantLock(true);
            System.getLogger(Turns.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a transaction of the embedded database cannot be rolled back; others go on without it,"
                                    + " and its thread takes a processor until the next restart");
        }
        return present != turn;
    }

    private EmbeddedFile file() {
        var file = known;
        if (file == null) {
            try (var connection = dataSource.getConnection()) {
                file = EmbeddedFile.of(connection);
            } catch (SQLException e) {
                return EmbeddedFile.NONE; // the transaction will say so
            }
            known = file;
        }
        return file;
    }
}
