package org.roster.credential.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,1", "6,2", "10,32", "11,64", "14,512", "15,900", "39,900", "40,86400", "5000,86400"})
    void theDelayDoublesFromASecondToAQuarterOfAnHourUntilTheAccountIsShut(int failures, int seconds) {
        assertThat(Measure.ACCOUNT.delay(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"4,0", "5,1", "10,32", "11,60", "1000000,60"})
    void aClientIsNeverShutOut(int failures, int seconds) {
        assertThat(Measure.CLIENT.delay(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "1000,3", "3001,1", "3999,1", "4000,0", "9000,0"})
    void theSecondsThatAreLeftAreWholeOnes(int millisLater, int left) {
        assertThat(Measure.ACCOUNT.secondsLeft(7, NOW, NOW.plusMillis(millisLater)))
                .isEqualTo(left);
    }

    @Test
    void whoIsShutOutStaysSoHoweverLateItIs() {
        assertThat(Measure.ACCOUNT.secondsLeft(100, NOW, NOW.plus(Duration.ofDays(20))))
                .isEqualTo(86_400);
    }
}
