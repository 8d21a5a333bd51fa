package org.roster.credential.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {

    private static Counted tries(int failures) {
        return new Counted(failures, Instant.EPOCH, Instant.MAX);
    }

    private static Sight sight(int own, @Nullable Integer place) {
        return new Sight(tries(own), Counted.NONE, place == null ? null : tries(place));
    }

    /** NIST SP 800-63B-4 section 3.2.2. */
    @Test
    void strangersKnownPlacesAndThePresentPasswordHaveAHundredInAll() {
        assertThat(Measure.ACCOUNT.last() + Guard.PLACES * Sight.PLACE_BEARS + Measure.PRESENT.last())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "40,0,0", "40,4,4", "40,5,40", "3,5,3"})
    void aKnownPlaceIsMeasuredByItselfUntilItHasUsedUpWhatIsKeptForIt(int own, int place, int judgedBy) {
        assertThat(sight(own, place).judged().failures()).isEqualTo(judgedBy);
        assertThat(sight(own, place).known()).isEqualTo(place < 5);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "0, none, false, false",
                "0, none, true,  false", // there is no row yet that could be counted up
                "1, none, false, true",
                "0, 0,    true,  false", // a right log-in writes nothing while none was wrong
                "0, 0,    false, true",
                "0, 1,    true,  true",
                "1, 0,    true,  true"
            })
    void aTryIsCountedBeforeItIsLookedAtOnceOneWasWrongAnywhere(
            int own, @Nullable Integer place, boolean atPlace, boolean counted) {
        assertThat(sight(own, place).counted(atPlace)).isEqualTo(counted);
    }
}
