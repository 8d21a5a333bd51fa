package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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

    private static final int PATIENCE_SECONDS = 10;

    private final ReentrantLock turn = new ReentrantLock(true);

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    private volatile @Nullable Boolean embedded;

    /**
     * Waits until it is the thread's turn, if there are turns; each take is followed by a {@link #give}.
     *
     * @throws Refusal {@link Reason#UNAVAILABLE} when it is not within ten seconds
     */
    void take() {
        if (!embedded()) {
            return;
        }
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(Reason.UNAVAILABLE, null, FailedWrite.AWAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.UNAVAILABLE, null, FailedWrite.AWAY);
        }
    }

    /** Ends the thread's turn. */
    void give() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    private boolean embedded() {
        var known = embedded;
        if (known == null) {
            try (var connection = dataSource.getConnection()) {
                var url = connection.getMetaData().getURL();
                known = url.startsWith("jdbc:h2:")
                        && !url.startsWith("jdbc:h2:tcp:")
                        && !url.startsWith("jdbc:h2:ssl:");
            } catch (SQLException e) {
                return false; // the transaction will say so
            }
            embedded = known;
        }
        return known;
    }
}
