package org.roster.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Settings;

/**
 * Lets as many passwords be hashed at once as there are processors, and a short queue wait. Beyond that it refuses at
 * once: a server that takes more work than it can do ends up doing none.
 */
@ApplicationScoped
public class HashGate {

    private static final int PATIENCE_SECONDS = 2;

    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    Settings settings;

    private Semaphore places = new Semaphore(1, true);
    private int queue;

    @PostConstruct
    void open() {
        open(settings.hashThreads(), settings.hashQueue());
    }

    void open(int atOnce, int mayWait) {
        places = new Semaphore(atOnce, true);
        queue = mayWait;
    }

    /**
     * Does the work when there is a place for it.
     *
     * @throws Refusal {@link Reason#OVERLOADED} when the queue is full or its wait too long
     */
    <T> T pass(Supplier<T> work) {
        if (!places.tryAcquire()) {
            await();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** How many requests wait for a place now. */
    public int waiting() {
        return waiting.get();
    }

    private void await() {
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            throw overloaded();
        }
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static Refusal overloaded() {
        return new Refusal(Reason.OVERLOADED, null, "more passwords are to be hashed than this server can hash now");
    }
}
