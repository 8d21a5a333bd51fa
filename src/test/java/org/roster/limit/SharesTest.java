package org.roster.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class SharesTest {

    private final Shares shares = new Shares();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** So many requests of a party that are being worked on until the end of the test. */
    private void working(String party, int many) throws Exception {
        working(party, many, () -> {});
    }

    /** The same, and each does something more before it goes on. */
    private void working(String party, int many, Runnable more) throws Exception {
        var begun = new CyclicBarrier(many + 1);
        for (int i = 0; i < many; i++) {
            var thread = new Thread(() -> {
                shares.begin();
                try {
                    shares.enter(party);
                    more.run();
                    begun.await(10, TimeUnit.SECONDS);
                    end.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    shares.end();
                }
            });
            threads.add(thread);
            thread.start();
        }
        begun.await(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void finish() throws Exception {
        end.countDown();
        for (var thread : threads) {
            thread.join(10_000);
        }
        assertThat(shares.working()).isZero();
    }

    private void one(String party) {
        shares.begin();
        try {
            shares.enter(party);
        } finally {
            shares.end();
        }
    }

    private void refused(String party) {
        assertThatThrownBy(() -> one(party))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED));
    }

    @Test
    void whoIsAloneMayHaveAllThreads() throws Exception {
        shares.open(1000, 4);
        working("a", 50);
        one("a");
        assertThat(shares.working()).isEqualTo(50);
    }

    @Test
    void whoHasMoreThanHalfIsRefusedWhileOthersAreHere() throws Exception {
        shares.open(1000, 4);
        working("a", 20);
        one("b");

        refused("a");

        one("b");
    }

    @Test
    void aFewAtOnceAreAlwaysTaken() throws Exception {
        shares.open(1000, 4);
        one("b");
        working("a", 3);
        one("a");
        working("a", 1);
        refused("a");
    }

    @Test
    void whatIsTooMuchForTheNodeIsRefusedWhoeverItIs() throws Exception {
        shares.open(10, 4);
        working("a", 10);
        shares.begin();
        try {
            assertThatThrownBy(shares::check).isInstanceOf(Refusal.class);
        } finally {
            shares.end();
        }
    }

    @Test
    void aThreadKnowsWhomItWorksForUntilItIsDone() {
        shares.open(10, 4);
        shares.begin();
        shares.enter("a");
        assertThat(shares.present()).isEqualTo("a");
        shares.end();
        assertThat(shares.present()).isEmpty();
    }

    @Test
    void whatWaitsInALineOfItsOwnIsNotWorkedOn() throws Exception {
        shares.open(1000, 4);
        one("b");
        working("a", 20, shares::pause);
        one("a");
        working("a", 4, () -> {
            shares.pause();
            shares.pause(); // as if once
            assertThat(shares.present()).isEqualTo("a");
            shares.resume();
        });
        refused("a");
    }
}
