package org.roster.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.roster.refusal.Refusal;

/**
 * Bounds how often something may be tried in a while. A try is counted before it is looked at, so that tries at the same
 * instant do not pass together. The while is counted by the monotonic clock from the first try, so nobody is shut out
 * for longer by trying on. Each node counts for itself.
 */
public final class Throttle {

    /** More who try than this at once are not told apart for the whole while. */
    private static final int REMEMBERED = 100_000;

    private final int most;
    private final Duration window;
    private final Cache<String, AtomicInteger> tries;

    public Throttle(int most, Duration window) {
        this(most, window, Ticker.systemTicker());
    }

    Throttle(int most, Duration window, Ticker ticker) {
        this.most = most;
        this.window = window;
        this.tries = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(window)
                .ticker(ticker)
                .build();
    }

    /** Counts a try; whether it may be looked at. */
    public boolean passes(String who) {
        return tries.get(who, first -> new AtomicInteger()).incrementAndGet() <= most;
    }

    /**
     * Counts a try.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#RATE_LIMITED} when it is one too many
     */
    public void pass(String who) {
        if (!passes(who)) {
            throw Refusal.limited("too many tries; the next one is looked at later", secondsLeft(who));
        }
    }

    /** The last try was right, so it does not count. The wrong ones before it still do. */
    public void takeBack(String who) {
        var counted = tries.getIfPresent(who);
        if (counted != null) {
            counted.decrementAndGet();
        }
    }

    private int secondsLeft(String who) {
        long age = tries.policy()
                .expireAfterWrite()
                .flatMap(policy -> policy.ageOf(who))
                .orElse(Duration.ZERO)
                .toSeconds();
        return (int) Math.max(1, window.toSeconds() - age);
    }
}
