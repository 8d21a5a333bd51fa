package org.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

    private static final Instant BEGUN = Instant.parse("2026-11-29T12:00:00Z");

    private long nanos = 1_000;
    private final SteadyTime time = new SteadyTime(BEGUN, () -> nanos);

    @Test
    void goesOnWithTheMonotonicClock() {
        pass(Duration.ofSeconds(3));

        assertThat(time.now()).isEqualTo(BEGUN.plusSeconds(3));
    }

    @Test
    void isSetToTheOtherClockBeItAheadOrBehind() {
        time.set(() -> BEGUN.plusSeconds(3600));
        assertThat(time.now()).isEqualTo(BEGUN.plusSeconds(3600));

        time.set(() -> BEGUN.minusSeconds(600));
        pass(Duration.ofSeconds(1));
        assertThat(time.now()).isEqualTo(BEGUN.minusSeconds(599));
    }

    @Test
    void isLeftAloneByAnAnswerThatItsSlownessExplains() {
        time.set(() -> {
            pass(Duration.ofSeconds(5));
            return BEGUN.plusSeconds(2);
        });

        assertThat(time.now()).isEqualTo(BEGUN.plusSeconds(5));
    }

    @Test
    void isMovedByASlowAnswerOnlyAsFarAsIsCertain() {
        time.set(() -> {
            pass(Duration.ofSeconds(5));
            return BEGUN.plusSeconds(8);
        });

        assertThat(time.now()).isEqualTo(BEGUN.plusSeconds(8));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
