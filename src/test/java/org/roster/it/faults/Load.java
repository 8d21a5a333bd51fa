package org.roster.it.faults;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.roster.it.Answer;
import org.roster.it.Http;

/** Somebody who creates users, from several threads, as fast as they are answered, and remembers what was said. */
final class Load implements AutoCloseable {

    private final IntFunction<Answer> create;
    private final ExecutorService threads;
    private final AtomicInteger next = new AtomicInteger();
    private final String prefix;

    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<String> sent = ConcurrentHashMap.newKeySet();

    /** Requests whose connection was refused: nobody has seen them. */
    final AtomicInteger refused = new AtomicInteger();

    /** Requests that were sent, or may have been, and whose connection ended before an answer began. */
    final AtomicInteger unanswered = new AtomicInteger();

    /** Answers that began and did not end. */
    final List<String> torn = new CopyOnWriteArrayList<>();

    final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    /** Answers that are neither 201 nor a 503 or 429 with Retry-After. */
    final List<Answer> strange = new CopyOnWriteArrayList<>();

    private volatile boolean going = true;
    private volatile long slowest;

    /** Users whose names begin with a prefix, without a password, by {@code POST /v1/users} at whichever node a number stands for. */
    static Load ofUsers(IntFunction<Http> node, String token, String prefix, int threads) {
        return new Load(
                number -> node.apply(number)
                        .post("/v1/users")
                        .bearer(token)
                        .json(Map.of("username", prefix + number))
                        .send(),
                prefix,
                threads);
    }

    Load(IntFunction<Answer> create, String prefix, int count) {
        this.create = create;
        this.prefix = prefix;
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            threads.submit(this::work);
        }
    }

    private void work() {
        while (going) {
            int number = next.incrementAndGet();
            sent.add(prefix + number);
            long began = System.nanoTime();
            try {
                count(prefix + number, create.apply(number));
            } catch (UncheckedIOException e) {
                noAnswer(e);
                Waiting.millis(20);
            }
            slowest = Math.max(slowest, Waiting.since(began));
        }
    }

    private void noAnswer(UncheckedIOException e) {
        var message = String.valueOf(e.getCause().getMessage());
        if (e.getCause() instanceof ConnectException) {
            refused.incrementAndGet();
        } else if (message.contains("bytes received") || message.contains("chunk")) {
            torn.add(message);
        } else {
            unanswered.incrementAndGet();
        }
    }

    private void count(String name, Answer answer) {
        statuses.computeIfAbsent(answer.status(), any -> new AtomicInteger()).incrementAndGet();
        if (answer.status() == 201) {
            acknowledged.add(name);
            return;
        }
        boolean refused = answer.status() == 503 || answer.status() == 429;
        if (!refused || !answer.header("Retry-After").matches("\\d+")) {
            strange.add(answer);
        }
        Waiting.millis(20);
    }

    /** Until so many more are acknowledged than now. */
    long awaitMore(int many, int seconds) {
        int goal = acknowledged.size() + many;
        return Waiting.until(goal + " creates acknowledged, " + this, seconds, () -> acknowledged.size() >= goal);
    }

    /** Milliseconds of the slowest answer since the last time this was asked. */
    long slowest() {
        long was = slowest;
        slowest = 0;
        return was;
    }

    @Override
    public void close() {
        going = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(70, TimeUnit.SECONDS)) {
                throw new AssertionError("requests are not answered: " + this);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "sent=" + sent.size() + " acknowledged=" + acknowledged.size() + " refused=" + refused + " unanswered="
                + unanswered + " torn=" + torn.size() + " answers="
                + new TreeMap<>(statuses);
    }
}
