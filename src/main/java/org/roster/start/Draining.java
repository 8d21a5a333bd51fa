package org.roster.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has a node that is asked to end by SIGTERM say first that it is not ready, and work on for a while, so that a load balancer that
 * looks at readiness sends the next requests elsewhere; the server would close its port at once. A second SIGTERM ends it without
 * that while.
 */
@ApplicationScoped
public class Draining {

    @Inject
    @ConfigProperty(name = "ROSTER_DRAIN_SECONDS", defaultValue = "5")
    int seconds;

    private volatile Optional<Terminations> terminations = Optional.empty();
    private volatile boolean begun;

    /** From now on the node drains before it ends. */
    void watch() {
        if (seconds > 0) {
            terminations = Terminations.to(this::drain);
        }
    }

    /** Whether the node has been asked to end. */
    boolean begun() {
        return begun;
    }

    private void drain() {
        boolean again = begun;
        begun = true;
        if (!again) {
            System.getLogger(Draining.class.getName())
                    .log(System.Logger.Level.INFO, "asked to end: not ready from now on, ends in {0} s", seconds);
            pause();
        }
        terminations.ifPresent(Terminations::pass);
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void restore() {
        terminations.ifPresent(Terminations::end);
    }
}
