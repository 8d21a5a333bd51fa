package org.roster.persistence;

import java.util.ArrayList;
import java.util.List;

/** What is known of a thread whose transaction stays open until the answer is made (decision 021). */
final class Deferral {

    /** What is to be done once the transaction is committed. */
    final List<Runnable> afterwards = new ArrayList<>();

    /** A transaction has done its work and waits for its end. */
    boolean open;

    /** Work that had succeeded was rolled back since, so the request must not be answered as if it had. */
    boolean lost;

    /** Work of its own is being done, which is committed by itself. */
    boolean apart;
}
