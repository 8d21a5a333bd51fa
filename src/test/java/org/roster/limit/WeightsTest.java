package org.roster.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** In mebibytes, of which there is room for twelve. */
class WeightsTest {

    private static final long ROOM = 12;

    private final Shares shares = new Shares();
    private final Weights weights = new Weights(ROOM << 20);

    /** Each is the thread of a request. */
    private final ExecutorService[] requests = IntStream.range(0, 4)
            .mapToObj(i -> Executors.newSingleThreadExecutor())
            .toArray(ExecutorService[]::new);

    @BeforeEach
    void open() {
        shares.open(100, 100);
        weights.shares = shares;
    }

    @AfterEach
    void close() {
        for (var request : requests) {
            request.shutdown();
        }
    }

    private <T> T in(int request, Callable<T> work) {
        try {
            return requests[request].submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void begin(int request, String party) {
        in(request, () -> {
            shares.begin();
            shares.enter(party);
            weights.begin();
            return true;
        });
    }

    private void end(int request) {
        in(request, () -> {
            weights.end();
            shares.end();
            return true;
        });
    }

    /** Whether a request may hold so much more. */
    private boolean holds(int request, double mebibytes) {
        return in(request, () -> {
            try {
                weights.hold((long) (mebibytes * (1 << 20)));
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
                return false;
            }
        });
    }

    @Test
    void oneRequestAloneMayHoldMoreThanThereIsRoomForAndOthersAreRefusedUntilItIsOver() {
        begin(0, "a");
        begin(1, "b");
        begin(2, "b");

        assertThat(holds(0, ROOM + 1)).isTrue();
        assertThat(holds(1, 1)).isFalse();
        end(1);
        end(0);
        assertThat(holds(2, 1)).isTrue();
    }

    @Test
    void onePartyHasHalfOfTheRoomAndAnotherTheRest() {
        begin(0, "a");
        begin(1, "a");
        begin(2, "a");
        begin(3, "b");

        assertThat(holds(0, 3)).isTrue();
        assertThat(holds(1, 3)).isTrue();
        assertThat(holds(2, 1)).isFalse();
        end(2);
        assertThat(holds(3, 6)).isTrue();
    }

    @Test
    void smallPagesAreLetThroughWhateverOthersHold() {
        begin(0, "a");
        begin(1, "a");

        assertThat(holds(0, 2 * ROOM)).isTrue();
        assertThat(holds(1, 0.5)).isTrue();
        assertThat(holds(1, 0.5)).isFalse();
    }

    @Test
    void whatWasLetGoIsRoomForOthersAndAnAnswerThatHasBegunIsNotRefused() {
        begin(0, "a");
        begin(1, "b");

        assertThat(holds(0, ROOM)).isTrue();
        in(0, () -> {
            weights.letGo();
            return true;
        });
        assertThat(holds(1, ROOM)).isTrue();
        assertThat(holds(0, 1)).as("the next part").isTrue();
    }

    @Test
    void workThatIsNoRequestHoldsNothing() {
        assertThat(holds(0, 2 * ROOM)).isTrue();

        begin(1, "a");
        begin(2, "b");
        assertThat(holds(1, ROOM - 1)).isTrue();
        assertThat(holds(2, 1)).isTrue();
    }
}
