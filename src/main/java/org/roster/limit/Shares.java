package org.roster.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * How the requests that are being worked on are divided. The node takes so many and no more; and while several parties ask, a tenant
 * for instance, none of them is worked for by more than half of the threads, once these are many. Who is alone may have them all.
 */
@ApplicationScoped
public class Shares {

    /** Who was here within this time is not to find everything taken when coming again. */
    private static final Duration LATELY = Duration.ofSeconds(10);

    /** A burst of this size is what honest programs send, and leaves threads for others. */
    private static final int BURST = 64;

    private static final int REMEMBERED = 10_000;

    private final ConcurrentHashMap<String, Party> parties = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /** Those of all that wait in lines of their own. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final ThreadLocal<@Nullable Place> present = new ThreadLocal<>();

    @Inject
    @ConfigProperty(name = "ROSTER_REQUESTS_AT_ONCE", defaultValue = "512")
    int requestsAtOnce;

    private int most = Integer.MAX_VALUE;
    private int free = BURST;

    /** Those of one party; it is there as long as it has a request here, and a while longer. */
    private static final class Party {

        private volatile int inside;
        private volatile long seen;

        /** Called by one thread at a time. */
        private Party count(int more, long now) {
            inside = inside + more;
            seen = now;
            return this;
        }
    }

    /** The place of the request that a thread is working on. */
    private static final class Place {

        private @Nullable String party;
        private boolean paused;
    }

    @PostConstruct
    void open() {
        open(requestsAtOnce, BURST);
    }

    void open(int requestsAtOnce, int withoutAsking) {
        most = requestsAtOnce;
        free = withoutAsking;
    }

    /** The thread begins with a request. */
    public void begin() {
        all.incrementAndGet();
        present.set(new Place());
    }

    /** The thread is done with its request. */
    public void end() {
        all.decrementAndGet();
        var place = present.get();
        present.remove();
        if (place != null && place.party != null && !place.paused) {
            long now = System.nanoTime();
            // Those who have left are remembered, but not so many that they could fill the memory.
            parties.computeIfPresent(
                    place.party,
                    (key, party) -> party.count(-1, now).inside == 0 && parties.size() > REMEMBERED ? null : party);
        }
    }

    /**
     * Whether the node can take the request that has begun.
     *
     * @throws Refusal {@link Reason#OVERLOADED}
     */
    public void check() {
        if (all.get() > most) {
            throw refuse("more requests are being worked on than this server can work on now");
        }
    }

    /**
     * Counts the thread's request to a party.
     *
     * @throws Refusal {@link Reason#OVERLOADED} when the party has more than its share and others are here
     */
    public void enter(String party) {
        var place = present.get();
        if (place == null || place.party != null) {
            return;
        }
        long now = System.nanoTime();
        int mine = parties.compute(party, (key, known) -> (known == null ? new Party() : known).count(1, now)).inside;
        place.party = party;
        if (mine > free && mine > (all.get() - waiting.get()) / 2 && others(party, now)) {
            throw refuse("more requests of one tenant or address are being worked on than others leave room for");
        }
    }

    /** The party of the thread's request; empty for work that nobody has asked for. */
    public String present() {
        var place = present.get();
        return place == null || place.party == null ? "" : place.party;
    }

    /** The thread's request waits in a line that has a bound of its own; until it goes on it is not worked on. */
    public void pause() {
        count(-1, true);
    }

    /** The thread's request goes on. */
    public void resume() {
        count(1, false);
    }

    private void count(int more, boolean paused) {
        var place = present.get();
        if (place != null && place.party != null && place.paused != paused) {
            place.paused = paused;
            waiting.addAndGet(-more);
            long now = System.nanoTime();
            parties.compute(place.party, (key, known) -> (known == null ? new Party() : known).count(more, now));
        }
    }

    /** How many requests are being worked on. */
    public int working() {
        return all.get();
    }

    /** Whether another party has been here lately; forgets those that it finds who have not. */
    private boolean others(String party, long now) {
        for (var one : parties.entrySet()) {
            var other = one.getValue();
            if (!one.getKey().equals(party) && (other.inside > 0 || now - other.seen < LATELY.toNanos())) {
                return true;
            }
            parties.computeIfPresent(one.getKey(), (key, still) -> still.inside == 0 ? null : still);
        }
        return false;
    }

    private static Refusal refuse(String why) {
        return new Refusal(Reason.OVERLOADED, null, why);
    }
}
