package org.roster.it.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A closed loop: each of some connections sends its next request when it has the answer to the last. Latencies under it are
 * queueing; what compares is the CPU time of an operation.
 */
final class Loop {

    private Loop() {}

    /**
     * What one run saw.
     *
     * @param good answers of the class 2xx
     * @param bad other answers
     * @param nanos of each answer, sorted
     */
    record Seen(long good, long bad, double seconds, long[] nanos) {

        double percentileMillis(double of) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * of)] / 1e6;
        }
    }

    /** @param requests the request of a number that no other has */
    static Seen run(URI base, int connections, Duration time, AtomicLong numbers, LongFunction<byte[]> requests) {
        var pool = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try {
            var one = (Callable<Seen>) () -> one(base, end, numbers, requests);
            var all = pool.invokeAll(
                    IntStream.range(0, connections).mapToObj(i -> one).toList());
            long good = 0;
            long bad = 0;
            var nanos = LongStream.builder();
            for (var done : all) {
                good += done.get().good();
                bad += done.get().bad();
                Arrays.stream(done.get().nanos()).forEach(nanos);
            }
            return new Seen(
                    good,
                    bad,
                    (System.nanoTime() - start) / 1e9,
                    nanos.build().sorted().toArray());
        } catch (Exception e) {
            throw new IllegalStateException("the load could not be made", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Seen one(URI base, long end, AtomicLong numbers, LongFunction<byte[]> requests) throws IOException {
        long good = 0;
        long bad = 0;
        var nanos = LongStream.builder();
        try (var connection = new Connection(base)) {
            for (long before = System.nanoTime(); before < end; ) {
                int status = connection.send(requests.apply(numbers.getAndIncrement()));
                long after = System.nanoTime();
                nanos.add(after - before);
                before = after;
                if (status / 100 == 2) {
                    good++;
                } else {
                    bad++;
                }
            }
        }
        return new Seen(good, bad, 0, nanos.build().toArray());
    }
}
