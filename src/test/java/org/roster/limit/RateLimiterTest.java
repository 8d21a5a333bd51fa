package org.roster.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // it may wrap around
    private final RateLimiter limiter = limiter("10/60");

    private RateLimiter limiter(String rate) {
        return new RateLimiter("client", Rate.read("ROSTER_TEST", rate).orElseThrow(), nanos::get);
    }

    private void later(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void theWholeQuotaMayComeAtOnceAndNoMore() {
        for (int left = 9; left >= 0; left--) {
            assertThat(limiter.take("a")).isEqualTo(new Allowance("client", 10, 60, true, left, 60 - 6 * left));
        }
        assertThat(limiter.take("a")).isEqualTo(new Allowance("client", 10, 60, false, 0, 6));
        assertThat(limiter.take("b").granted()).isTrue();
    }

    @Test
    void whatIsRefusedCostsNothingAndTheNextComesWhenItWasSaid() {
        IntStream.range(0, 30).forEach(i -> limiter.take("a"));
        later(5.9);
        assertThat(limiter.take("a")).isEqualTo(new Allowance("client", 10, 60, false, 0, 1));
        later(0.1);
        assertThat(limiter.take("a").granted()).isTrue();
        assertThat(limiter.take("a").granted()).isFalse();
    }

    @Test
    void overALongTimeItIsTheRateThatIsKept() {
        int granted = 0;
        for (int second = 0; second < 3600; second++) {
            granted += limiter.take("a").granted() ? 1 : 0;
            later(1);
        }
        assertThat(granted).isBetween(600, 610);
    }

    @Test
    void ofManyAtOnceExactlyTheQuotaPasses() throws Exception {
        var wide = limiter("1000/60");
        var granted = new AtomicLong();
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.submit(() -> IntStream.range(0, 1000)
                    .forEach(any -> granted.addAndGet(wide.take("a").granted() ? 1 : 0)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(granted.get()).isEqualTo(1000);
    }

    @Test
    void aMillionKeysTakeABoundedPlace() {
        for (int i = 0; i < 1_000_000; i++) {
            limiter.take(i);
        }
        assertThat(limiter.kept()).isLessThanOrEqualTo(RateLimiter.KEYS);
    }

    @Test
    void aRateIsReadFromItsSetting() {
        assertThat(Rate.read("ROSTER_TEST", "600/60")).contains(new Rate(600, Duration.ofMinutes(1)));
        assertThat(Rate.read("ROSTER_TEST", "none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/", "0/60", "600/0", "-1/60", "6 00/60", "600/60s", "9999999999/60"})
    void aSettingThatIsNoRateIsNamed(String text) {
        assertThatThrownBy(() -> Rate.read("ROSTER_LIMIT_CLIENT", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ROSTER_LIMIT_CLIENT must be requests/seconds");
    }
}
