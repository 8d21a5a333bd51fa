package org.roster.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class WeightsTest {

    private final Weights weights = new Weights(100);

    @Test
    void oneRequestAloneMayHoldMoreThanThereIsRoomForAndAnotherIsRefusedUntilItIsOver() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try {
            weights.begin();
            weights.hold(60);
            weights.hold(60);

            Future<?> other = threads.submit(() -> {
                weights.begin();
                assertThatThrownBy(() -> weights.hold(1))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                                .isEqualTo(Reason.OVERLOADED));
                weights.end();
            });
            other.get();
            weights.end();
            threads.submit(() -> {
                        weights.begin();
                        assertThatCode(() -> weights.hold(100)).doesNotThrowAnyException();
                        weights.end();
                    })
                    .get();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatARequestHasLetGoIsRoomForOthers() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try {
            weights.begin();
            weights.hold(100);
            weights.letGo();
            weights.hold(50);

            threads.submit(() -> {
                        weights.begin();
                        assertThatCode(() -> weights.hold(50)).doesNotThrowAnyException();
                        assertThatThrownBy(() -> weights.hold(1)).isInstanceOf(Refusal.class);
                        weights.end();
                    })
                    .get();
        } finally {
            threads.shutdown();
            weights.end();
        }
    }

    @Test
    void workThatIsNoRequestHoldsNothing() throws Exception {
        weights.hold(1000);
        weights.end();

        weights.begin();
        assertThatCode(() -> weights.hold(100)).doesNotThrowAnyException();
        weights.end();
    }
}
