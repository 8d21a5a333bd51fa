package org.roster.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Does work while the transaction that is open, if there is one, waits outside; the work may open one of its own. */
@ApplicationScoped
class Apart {

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public <T> T from(Supplier<T> work) {
        return work.get();
    }
}
