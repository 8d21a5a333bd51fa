package org.roster.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database, for a short while. Whoever finds nothing reads for itself, several at the same time if need
 * be: were one to read while the others wait for it, a database that hangs would hold up one after the other, each for the
 * whole of its patience. What was read before a value was forgotten is not remembered after that.
 */
public final class Remembered<K, V> {

    private final Cache<K, V> values;

    /** How many times something was forgotten. */
    private final AtomicLong forgotten = new AtomicLong();

    public Remembered(long atMost, Duration howLong) {
        values = Caffeine.newBuilder()
                .maximumSize(atMost)
                .expireAfterWrite(howLong)
                .build();
    }

    /** The value, as remembered or as read now; what reading throws is thrown. */
    public V get(K key, Function<? super K, ? extends V> read) {
        V known = values.getIfPresent(key);
        if (known != null) {
            return known;
        }
        long before = forgotten.get();
        V value = read.apply(key);
        keep(key, value, before);
        return value;
    }

    /** The same for what may not be there; that it is not is not remembered. */
    public Optional<V> find(K key, Function<? super K, Optional<V>> read) {
        V known = values.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        long before = forgotten.get();
        Optional<V> value = read.apply(key);
        value.ifPresent(found -> keep(key, found, before));
        return value;
    }

    public void forget(K key) {
        forgotten.incrementAndGet();
        values.invalidate(key);
    }

    public void forgetIf(Predicate<? super K> which) {
        forgotten.incrementAndGet();
        values.asMap().keySet().removeIf(which);
    }

    public void forgetAll() {
        forgetIf(any -> true);
    }

    /** How many values are kept. */
    long kept() {
        values.cleanUp();
        return values.estimatedSize();
    }

    /** Under the lock of the key, which forgetting takes too, after it has counted. */
    private void keep(K key, V value, long before) {
        values.asMap().compute(key, (same, old) -> chosen(old, value, before));
    }

    private @Nullable V chosen(@Nullable V old, V value, long before) {
        return forgotten.get() == before ? value : old;
    }
}
