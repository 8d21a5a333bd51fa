package org.roster.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What the rows weigh that requests are being answered with: a few large pages at once would otherwise fill the memory, and what fails
 * then is whatever asks next, of whatever tenant. A request holds its rows until it reads others or is over; those of one party together
 * have half of what there is, and small pages are always let through.
 */
@ApplicationScoped
public class Weights {

    /** A row is in memory as text, as a tree and as a part of the answer. */
    private static final int PART_OF_HEAP = 12;

    /** In bytes; as many of these as there are threads fit beside the rest. */
    static final long SMALL = 512 * 1024;

    private final AtomicLong all = new AtomicLong();
    private final ConcurrentHashMap<String, Long> parties = new ConcurrentHashMap<>();

    /** What the present thread's request holds; nothing for work that is no request. */
    private final ThreadLocal<@Nullable Held> present = new ThreadLocal<>();

    private final long most;

    @Inject
    Shares shares;

    private static final class Held {

        private String party = "";
        private long bytes;

        /** Its answer has begun, and can no longer be a refusal. */
        private boolean goingOn;
    }

    public Weights() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param most bytes that all requests hold together */
    Weights(long most) {
        this.most = most;
    }

    /** The thread begins with a request. */
    public void begin() {
        present.set(new Held());
    }

    /** The thread is done with its request. */
    public void end() {
        letGo();
        present.remove();
    }

    /** The thread's request has no use for its rows any more: it reads the next part of a long answer. */
    public void letGo() {
        var mine = present.get();
        if (mine != null && mine.bytes > 0) {
            count(mine, -mine.bytes);
            mine.goingOn = true;
        }
    }

    /** Whether the thread's request has read a part of its answer before and let it go. */
    public boolean begun() {
        var mine = present.get();
        return mine != null && mine.goingOn;
    }

    /** The thread's request has no use for some of its rows. */
    public void letGo(long bytes) {
        var mine = present.get();
        if (mine != null) {
            count(mine, -Math.min(bytes, mine.bytes));
        }
    }

    /**
     * The thread's request has read rows that it is answered with. One alone may hold more than there is room for.
     *
     * @param bytes what they weigh
     * @throws Refusal {@link Reason#OVERLOADED} when that is more than there is room for beside what others hold, or other requests of
     *     the same party
     */
    public void hold(long bytes) {
        var mine = present.get();
        if (mine == null) {
            return;
        }
        if (mine.bytes == 0) {
            mine.party = shares.present();
        }
        long ofParty = count(mine, bytes);
        if (mine.goingOn || mine.bytes <= SMALL) {
            return;
        }
        long together = all.get();
        boolean tooMuch = together > most && together > mine.bytes;
        boolean tooMuchOfParty = ofParty > most / 2 && ofParty > mine.bytes;
        if (tooMuch || tooMuchOfParty) {
            throw new Refusal(
                    Reason.OVERLOADED, null, "larger answers are being made than this server has memory for now");
        }
    }

    /** What the party holds now. */
    private long count(Held mine, long bytes) {
        mine.bytes += bytes;
        all.addAndGet(bytes);
        var left = parties.compute(mine.party, (party, held) -> {
            long now = (held == null ? 0 : held) + bytes;
            return now == 0 ? null : now;
        });
        return left == null ? 0 : left;
    }
}
