package org.roster.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.limit.Shares;
import org.roster.persistence.Connections;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.tally.Counted;
import org.roster.tally.Tally;
import org.roster.trace.Traces;

/**
 * Lets as many passwords be hashed at once as there are processors, and a short queue wait. What is more is refused: a server that
 * takes more work than it can do ends up doing none. Each party, a tenant for instance, has a line of its own; the lines take turns,
 * and none is longer than three quarters of the queue, so that whoever asks for much makes others wait for one hash and not for all
 * of theirs.
 */
@ApplicationScoped
public class HashGate {

    private static final int PATIENCE_SECONDS = 2;

    /** Those who wait, by party; the one whose turn it is comes first. */
    private final Map<String, ArrayDeque<CountDownLatch>> lines = new LinkedHashMap<>();

    @Inject
    HashSettings settings;

    @Inject
    Shares shares = new Shares();

    @Inject
    Connections connections;

    @Inject
    Traces traces = new Traces();

    @Inject
    Tally tally = new Tally();

    private int atMost = 1;
    private int free = 1;
    private int queue;
    private int longest;
    private int waiting;

    @PostConstruct
    void open() {
        open(settings.threads(), settings.queue());
    }

    synchronized void open(int atOnce, int mayWait) {
        free = atOnce;
        atMost = atOnce;
        queue = mayWait;
        longest = mayWait - mayWait / 4;
    }

    /**
     * Does the work when there is a place for it.
     *
     * @throws Refusal {@link Reason#OVERLOADED} when the queue is full or its wait too long
     */
    <T> T pass(Supplier<T> work) {
        connections.release();
        return pass(shares.present(), work);
    }

    /** The same for a party. */
    <T> T pass(String party, Supplier<T> work) {
        enter(party);
        try (var span = traces.part("hash")) {
            return work.get();
        } finally {
            leave();
        }
    }

    private void enter(String party) {
        shares.pause();
        try (var span = traces.part("wait for a hash")) {
            var turn = line(party);
            if (turn != null) {
                await(party, turn);
            }
        } finally {
            shares.resume();
        }
    }

    /** How many places there are. */
    public synchronized int places() {
        return atMost;
    }

    /** How many passwords are hashed now. */
    public synchronized int running() {
        return atMost - free;
    }

    /** How many requests wait for a place now. */
    public synchronized int waiting() {
        return waiting;
    }

    /** Null for a place at once. */
    private synchronized @Nullable CountDownLatch line(String party) {
        if (free > 0) {
            free--;
            return null;
        }
        var line = lines.get(party);
        if (waiting >= queue || line != null && line.size() >= longest) {
            throw overloaded();
        }
        var turn = new CountDownLatch(1);
        lines.computeIfAbsent(party, any -> new ArrayDeque<>()).add(turn);
        waiting++;
        return turn;
    }

    private void await(String party, CountDownLatch turn) {
        boolean mine = false;
        try {
            mine = turn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mine && giveUp(party, turn)) {
            throw overloaded();
        }
    }

    /** False when the place was given at the last moment. */
    private synchronized boolean giveUp(String party, CountDownLatch turn) {
        var line = lines.get(party);
        if (line == null || !line.remove(turn)) {
            return false;
        }
        if (line.isEmpty()) {
            lines.remove(party);
        }
        waiting--;
        return true;
    }

    /** Gives the place to the first of the line whose turn it is, which is the last to have a turn then. */
    private synchronized void leave() {
        var first = lines.entrySet().iterator();
        if (!first.hasNext()) {
            free++;
            return;
        }
        var line = first.next();
        first.remove();
        waiting--;
        line.getValue().remove().countDown();
        if (!line.getValue().isEmpty()) {
            lines.put(line.getKey(), line.getValue());
        }
    }

    private Refusal overloaded() {
        tally.count(Counted.HASH_REFUSED);
        return new Refusal(Reason.OVERLOADED, null, "more passwords are to be hashed than this server can hash now");
    }
}
