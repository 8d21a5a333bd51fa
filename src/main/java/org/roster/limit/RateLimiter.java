package org.roster.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One limit, for each of many keys. The generic cell rate algorithm: of a key only the moment is kept at which all of its quota
 * would be there again, so a key costs one number and a request one exchange of it.
 */
final class RateLimiter {

    /** The memory of a node is worth more than an exact count for those who come from so many addresses. */
    static final int KEYS = 100_000;

    private final String policy;
    private final Rate rate;
    private final long interval;
    private final LongSupplier nanoTime;
    private final Cache<Object, AtomicLong> whole;

    /** @param nanoTime a clock that never goes back; the wall clock may */
    RateLimiter(String policy, Rate rate, LongSupplier nanoTime) {
        this.policy = policy;
        this.rate = rate;
        this.interval = Math.max(1, rate.within().toNanos() / rate.requests());
        this.nanoTime = nanoTime;
        this.whole = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(rate.within())
                .executor(Runnable::run)
                .build();
    }

    /** Takes one request out of a key's quota, if there is one left. */
    Allowance take(Object key) {
        long now = nanoTime.getAsLong();
        var moment = whole.get(key, any -> new AtomicLong(now));
        while (true) {
            long was = moment.get();
            long next = (was - now > 0 ? was : now) + interval;
            long over = next - now - rate.within().toNanos();
            if (over > 0) {
                return allowance(false, 0, over);
            }
            if (moment.compareAndSet(was, next)) {
                return allowance(true, -over / interval, next - now);
            }
        }
    }

    /** How many keys are kept. */
    long kept() {
        whole.cleanUp();
        return whole.estimatedSize();
    }

    private Allowance allowance(boolean granted, long remaining, long nanos) {
        int seconds = (int) Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
        return new Allowance(
                policy, rate.requests(), (int) rate.within().toSeconds(), granted, (int) remaining, seconds);
    }
}
