package org.roster.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class HashGateTest {

    @Test
    void whatComesAfterAFullQueueIsRefusedAtOnce() throws Exception {
        var gate = gate(1, 2);
        var working = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(3);
        var admitted = new ArrayList<Future<String>>();
        admitted.add(threads.submit(() -> gate.pass("a", () -> {
            working.countDown();
            await(finish);
            return "first";
        })));
        assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
        admitted.add(threads.submit(() -> gate.pass("a", () -> "second")));
        admitted.add(threads.submit(() -> gate.pass("a", () -> "third")));
        while (gate.waiting() < 2) {
            Thread.onSpinWait();
        }

        var refusal = catchThrowableOfType(Refusal.class, () -> gate.pass("a", () -> "fourth"));

        assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
        finish.countDown();
        assertThat(admitted.get(0).get(5, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(admitted.get(1).get(5, TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(admitted.get(2).get(5, TimeUnit.SECONDS)).isEqualTo("third");
        threads.shutdown();
    }

    @Test
    void theLinesOfPartiesTakeTurns() throws Exception {
        var gate = gate(1, 20);
        var working = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var done = Collections.synchronizedList(new ArrayList<String>());
        var threads = Executors.newCachedThreadPool();
        threads.submit(() -> gate.pass("a", () -> {
            working.countDown();
            await(finish);
            return done.add("first");
        }));
        assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
        for (var party : List.of("a", "a", "a", "a", "b", "c", "b")) {
            int before = gate.waiting();
            threads.submit(() -> gate.pass(party, () -> done.add(party)));
            while (gate.waiting() == before) {
                Thread.onSpinWait();
            }
        }

        finish.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("first", "a", "b", "c", "a", "b", "a", "a");
    }

    @Test
    void nobodysLineIsTheWholeQueue() throws Exception {
        var gate = gate(1, 8);
        var finish = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        for (int waiting = -1; waiting < 6; waiting++) {
            int then = Math.max(0, waiting + 1);
            threads.submit(() -> gate.pass("a", () -> {
                await(finish);
                return "done";
            }));
            while (gate.waiting() < then) {
                Thread.onSpinWait();
            }
        }

        var refusal = catchThrowableOfType(Refusal.class, () -> gate.pass("a", () -> "one too many"));
        var other = threads.submit(() -> gate.pass("b", () -> "another's"));

        assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
        finish.countDown();
        assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo("another's");
        threads.shutdown();
    }

    @Test
    void aPlaceIsGivenBackAfterAFailure() {
        var gate = gate(1, 1);

        var failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> gate.pass("a", () -> {
                    throw new IllegalStateException("fails");
                }));

        assertThat(failure).hasMessage("fails");
        assertThat(gate.pass("a", () -> "next")).isEqualTo("next");
    }

    private static HashGate gate(int threads, int queue) {
        var gate = new HashGate();
        gate.open(threads, queue);
        return gate;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
