package org.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/**
 * The connections of requests. What is read outside of a transaction leaves its connection with the request until the request
 * ends, where the server shares connections (Jakarta Connectors section 7.9; Open Liberty calls it local transaction
 * containment). A request that waits, for its turn to hash or for a slow reader of its answer, would keep it from all others.
 */
@ApplicationScoped
public class Connections {

    @Resource
    UserTransaction transaction;

    /** Gives back what the thread's reads have left; within a transaction nothing, which ends by itself. */
    public void release() {
        try {
            if (transaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                // The beginning of a transaction ends what was before it.
                transaction.begin();
                transaction.rollback();
            }
        } catch (SystemException | NotSupportedException e) {
            throw new IllegalStateException("a connection could not be given back", e);
        }
    }
}
