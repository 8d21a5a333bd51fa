package org.roster.event;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.persistence.Transactions;
import org.roster.system.Rounds;

/**
 * Announces what anybody can bring about as often as they like: so many a minute one by one, and of the rest how many they
 * were, in one event when the minute is over (decision 028). The counting is each node's own; a node that is killed loses
 * what it had counted and not told yet.
 */
@ApplicationScoped
public class Occurrences {

    /** The member of the facts that says how many more there were. */
    public static final String MORE = "more";

    private static final Duration WHILE = Duration.ofMinutes(1);

    /** So many are counted apart; what comes on top is counted by tenant and type. */
    private static final int KEYS = 20_000;

    private final Map<String, Counting> countings = new ConcurrentHashMap<>();

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    Changes changes;

    @Inject
    Transactions transactions;

    private volatile @Nullable Rounds rounds;

    /**
     * Something that happened without changing anything.
     *
     * @param type as {@link EventType} has it
     */
    public record Occurrence(
            Caller by,
            UUID tenant,
            String type,
            String subjectType,
            UUID subject,
            Map<String, @Nullable Object> facts) {}

    /** Begins to tell what was only counted. */
    public synchronized void start() {
        if (executor != null && rounds == null) {
            rounds = new Rounds(executor, "counted events", () -> tellRest(WHILE), () -> false);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (rounds != null) {
            rounds.end();
            rounds = null;
            tellRest(Duration.ZERO);
        }
    }

    /**
     * Announces an occurrence in the present transaction, or in one of its own, or counts it.
     *
     * @param key what is counted together
     * @param atMost how many of these are told one by one within a minute
     * @param rest what is announced of those beyond, with their number as {@link #MORE}; nothing of them may differ
     *     that matters
     */
    public void tell(String key, int atMost, Occurrence one, Occurrence rest) {
        var counted = countings.size() < KEYS || countings.containsKey(key) ? key : rest.type() + ' ' + rest.tenant();
        while (true) {
            var counting = countings.computeIfAbsent(counted, any -> new Counting(System.nanoTime()));
            switch (counting.add(atMost, rest)) {
                case TELL -> {
                    transactions.run(() -> announce(one, one.facts()));
                    return;
                }
                case COUNTED -> {
                    return;
                }
                case OVER -> countings.remove(counted, counting);
            }
        }
    }

    /** As {@link #tell}, but it stays whatever becomes of what the request does. */
    public void tellApart(String key, int atMost, Occurrence one) {
        transactions.runApart(() -> tell(key, atMost, one, one));
    }

    void tellRest(Duration age) {
        long now = System.nanoTime();
        countings.forEach((key, counting) -> {
            if (!counting.olderThan(age, now)) {
                return;
            }
            var rest = counting.rest();
            int more = counting.more();
            if (rest != null && more > 0) {
                var facts = new LinkedHashMap<>(rest.facts());
                facts.put(MORE, more);
                transactions.run(() -> announce(rest, facts));
            }
            if (counting.told(more)) {
                countings.remove(key, counting);
            }
        });
    }

    private void announce(Occurrence one, Map<String, @Nullable Object> facts) {
        changes.happened(one.by(), one.tenant(), one.type(), one.subjectType(), one.subject(), facts);
    }
}
