package org.roster.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Refusal;

class TurnsTest {

    private final Turns turns = new Turns(Duration.ofMillis(200));
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void embedded() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:turns");
        turns.dataSource = source;
    }

    @AfterEach
    void stop() {
        end.countDown();
        others.shutdown();
    }

    /** Takes a turn in another thread, works until the test says that it ends, and gives it. */
    private Future<?> held(boolean rollsBack) throws InterruptedException {
        var other = others.submit(() -> {
            turns.take();
            if (rollsBack) {
                turns.rollBack(this::work);
            } else {
                work();
            }
            turns.give();
            return null;
        });
        taken.await();
        return other;
    }

    private void work() {
        taken.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoOnlyTakesLongKeepsItsTurn() throws Exception {
        var other = held(false);

        assertThatThrownBy(turns::take).isInstanceOf(Refusal.class);
        end.countDown();
        other.get();
        turns.take();
        turns.give();
    }

    @Test
    void whoseRollbackDoesNotEndLosesItsTurnAndDoesNotGiveAnothers() throws Exception {
        var stuck = held(true);

        turns.take();
        end.countDown();
        stuck.get();

        others.submit(() -> assertThatThrownBy(turns::take).isInstanceOf(Refusal.class))
                .get();
        turns.give();
        others.submit(() -> {
                    turns.take();
                    turns.give();
                })
                .get();
    }
}
