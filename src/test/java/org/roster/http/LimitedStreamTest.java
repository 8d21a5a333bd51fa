package org.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may wrap around
    private final LimitedStream body = new LimitedStream(new ByteArrayInputStream(new byte[20]), 15, 10, nanos::get);

    private Failure.Kind kind(Throwable thrown) {
        return ((FailureException) thrown).failure().kind();
    }

    @Test
    void theTimeRunsFromTheFirstLookAtTheBody() throws IOException {
        nanos.addAndGet(1000);
        assertThat(body.read()).isZero();
        nanos.addAndGet(10);
        assertThat(body.read()).isZero();
        nanos.addAndGet(1);
        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Failure.Kind.TOO_SLOW));
    }

    @Test
    void whatIsTooLargeIsRefusedAtTheFirstByteBeyond() throws IOException {
        assertThat(body.read(new byte[15], 0, 15)).isEqualTo(15);
        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Failure.Kind.TOO_LARGE));
    }
}
