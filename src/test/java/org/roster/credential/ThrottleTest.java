package org.roster.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class ThrottleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(5), nanos::get);

    @Test
    void theFourthTryOfThreeIsRefusedWithTheTimeThatIsLeft() {
        tries(3);
        pass(Duration.ofSeconds(100));

        var refusal = catchThrowableOfType(Refusal.class, () -> throttle.pass("jane"));

        assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(refusal.retryAfter()).isEqualTo(200);
    }

    @Test
    void anotherOneIsNotShutOut() {
        tries(4);

        assertThat(throttle.passes("john")).isTrue();
    }

    @Test
    void tryingOnDoesNotMakeItLonger() {
        tries(3);
        pass(Duration.ofSeconds(299));
        assertThat(throttle.passes("jane")).isFalse();

        pass(Duration.ofSeconds(2));

        assertThat(throttle.passes("jane")).isTrue();
    }

    @Test
    void aRightTryDoesNotCountAndTheWrongOnesStillDo() {
        tries(3);
        throttle.takeBack("jane");

        assertThat(throttle.passes("jane")).isTrue();
        assertThat(throttle.passes("jane")).isFalse();
    }

    private void tries(int count) {
        for (int i = 0; i < count; i++) {
            throttle.passes("jane");
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
