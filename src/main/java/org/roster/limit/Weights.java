package org.roster.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What the rows weigh that requests are being answered with: a few large pages at once would otherwise fill the memory, and what fails
 * then is whatever asks next, of whatever tenant. A request holds its rows until it reads others or is over.
 */
@ApplicationScoped
public class Weights {

    /** A row is in memory as text, as a tree and as a part of the answer. */
    private static final int PART_OF_HEAP = 12;

    private final AtomicLong all = new AtomicLong();

    /** What the present thread's request holds; nothing for work that is no request. */
    private final ThreadLocal<@Nullable Long> mine = new ThreadLocal<>();

    private final long most;

    public Weights() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param most bytes that all requests hold together; one alone may hold more */
    Weights(long most) {
        this.most = most;
    }

    /** The thread begins with a request. */
    public void begin() {
        mine.set(0L);
    }

    /** The thread is done with its request. */
    public void end() {
        letGo();
        mine.remove();
    }

    /** The thread's request has no use for its rows any more: it reads the next part of a long answer. */
    public void letGo() {
        var held = mine.get();
        if (held != null) {
            all.addAndGet(-held);
            mine.set(0L);
        }
    }

    /**
     * The thread's request has read rows that it is answered with.
     *
     * @param bytes what they weigh
     * @throws Refusal {@link Reason#OVERLOADED} when that is more than there is room for beside what others hold
     */
    public void hold(long bytes) {
        var held = mine.get();
        if (held == null) {
            return;
        }
        mine.set(held + bytes);
        long together = all.addAndGet(bytes);
        if (together > most && together > held + bytes) {
            throw new Refusal(
                    Reason.OVERLOADED, null, "larger answers are being made than this server has memory for now");
        }
    }
}
