package org.roster.contract.roster.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.EventFeed;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The clients of this node that listen. Each is looked after in turns of its own, so that none waits for another. */
@ApplicationScoped
public class EventStreams {

    private static final System.Logger LOG = System.getLogger(EventStreams.class.getName());

    /** How many may listen to one node, and of these how many with one credential (R42). */
    private static final int MOST = 200;

    private static final int MOST_OF_ONE = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** In turns: how often the caller's rights are asked for, and how often a silent stream shows that it lives. */
    private static final int CHECK = 8;

    private static final int BEAT = 30;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    @Inject
    EventFeed feed;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    /**
     * Takes a client on.
     *
     * @throws Refusal {@link Reason#OVERLOADED} when too many listen already
     */
    void open(EventStream stream) {
        long same = open.stream()
                .filter(other -> other.listener().equals(stream.listener()))
                .count();
        if (executor == null || open.size() >= MOST || same >= MOST_OF_ONE) {
            throw new Refusal(Reason.OVERLOADED, null, "too many clients listen to the events already");
        }
        open.add(stream);
        stream.greet();
        next(stream, 1);
    }

    private void next(EventStream stream, int turn) {
        if (executor != null) {
            executor.schedule(() -> turn(stream, turn), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn(EventStream stream, int turn) {
        boolean on = false;
        try {
            on = (turn % CHECK != 0 || stream.allowed()) && stream.send(feed);
            if (on && turn % BEAT == 0) {
                stream.beat();
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a listener was lost: {0}", e.toString());
        }
        if (on && open.contains(stream)) {
            next(stream, turn + 1);
        } else {
            end(stream);
        }
    }

    private void end(EventStream stream) {
        open.remove(stream);
        try {
            stream.close();
        } catch (RuntimeException e) {
            // It was closed already, from the other end.
        }
    }

    @PreDestroy
    void stop() {
        open.forEach(this::end);
    }
}
