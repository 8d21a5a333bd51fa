package org.roster.retry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.persistence.Transactions;
import org.roster.system.Sealed;
import org.roster.system.SecretsKey;

class RetryServiceTest {

    private static final List<byte[]> REQUEST = List.of("POST".getBytes(UTF_8), "{\"a\":1}".getBytes(UTF_8));
    private static final Answer ANSWER =
            new Answer(201, List.of(new Answer.Header("Location", "/v1/x")), "{\"secret\":\"s3cret\"}".getBytes(UTF_8));

    private final Map<String, Row> rows = new HashMap<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private RetryService retries;

    @BeforeEach
    void build() {
        retries = new RetryService();
        retries.clock = new Ticking();
        retries.records = new InMemory();
        retries.transactions = new Direct();
        retries.sealed = new Sealed();
        retries.hash = new KeyHash();
        retries.hash.roster = new FixedKey();
        retries.sweeper = new RecordSweeper() {
            @Override
            public void now() {
                // There is nothing to sweep.
            }
        };
    }

    @Test
    void anAnswerThatWasKeptIsRepeatedUntilItsTimeIsOver() {
        assertThat(retries.keep(begun(), false, ANSWER)).isTrue();
        now = now.plus(RetryService.KEPT).minusSeconds(1);
        var repeated = ((Taken.Answered) take(REQUEST)).answer();
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.headers()).isEqualTo(ANSWER.headers());
        assertThat(repeated.body()).isEqualTo(ANSWER.body());
        now = now.plusSeconds(1);
        assertThat(take(REQUEST)).isInstanceOf(Taken.Begun.class);
    }

    @Test
    void oneThatRunsIsNotBegunTwiceBeforeItsLeaseIsOver() {
        var first = begun();
        now = now.plus(RetryService.LEASE).minusSeconds(1);
        assertThat(take(REQUEST)).isInstanceOf(Taken.Running.class);
        now = now.plusSeconds(1);
        var second = begun();
        assertThat(retries.keep(first, false, ANSWER)).isFalse();
        assertThat(retries.keep(second, false, ANSWER)).isTrue();
    }

    @Test
    void anotherRequestWithTheKeyIsToldSoWhateverBecameOfTheFirst() {
        var other = List.of("POST".getBytes(UTF_8), "{\"a\":2}".getBytes(UTF_8));
        var claim = begun();
        assertThat(take(other)).isInstanceOf(Taken.OfAnother.class);
        retries.keep(claim, false, ANSWER);
        assertThat(take(other)).isInstanceOf(Taken.OfAnother.class);
    }

    @Test
    void partsOfARequestCannotBeShiftedIntoEachOther() {
        begun();
        assertThat(take(List.of("POST{".getBytes(UTF_8), "\"a\":1}".getBytes(UTF_8))))
                .isInstanceOf(Taken.OfAnother.class);
    }

    @Test
    void whatWasReleasedIsNew() {
        retries.release(begun(), true);
        assertThat(take(REQUEST)).isInstanceOf(Taken.Begun.class);
    }

    @Test
    void anAnswerOfMoreThanIsKeptIsNotGivenTwice() {
        assertThat(retries.keep(begun(), false, new Answer(200, List.of(), new byte[Answer.MOST + 1])))
                .isTrue();
        assertThat(take(REQUEST)).isInstanceOf(Taken.AnsweredAtLength.class);
    }

    @Test
    void theRowOpensForNobodyWithoutTheKey() {
        retries.keep(begun(), false, ANSWER);
        var row = rows.values().iterator().next();
        assertThat(rows.keySet().iterator().next()).doesNotContain("key");
        assertThat(row.sealed).doesNotContain("s3cret");
        var other = retries.hash.aes("me", "another key");
        var id = rows.keySet().iterator().next();
        assertThatThrownBy(() -> retries.sealed.open(other, id, row.sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(retries.take("somebody else", "key", REQUEST)).isInstanceOf(Taken.Begun.class);
    }

    private Claim begun() {
        return ((Taken.Begun) take(REQUEST)).claim();
    }

    private Taken take(List<byte[]> request) {
        return retries.take("me", "key", request);
    }

    private final class Ticking extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class FixedKey extends SecretsKey {

        @Override
        public SecretKeySpec derive(String purpose) {
            return new SecretKeySpec(hmac("of a test".getBytes(UTF_8), purpose.getBytes(UTF_8)), "HmacSHA256");
        }
    }

    private static final class Direct extends Transactions {

        @Override
        public <T> T write(Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean settle(boolean refused, Supplier<Boolean> last) {
            return last.get();
        }

        @Override
        public void defer() {
            // Nothing stays open here.
        }
    }

    private static final class Row extends IdempotencyRecord {

        private boolean done;
        private String sealed = "";

        Row(String id, Lease lease) {
            super(id, lease);
        }

        @Override
        boolean done() {
            return done;
        }

        @Override
        boolean running(Instant at) {
            return !done && super.running(at);
        }

        @Override
        String sealedAnswer() {
            return sealed;
        }
    }

    private final class InMemory extends RecordRepository {

        @Override
        Optional<IdempotencyRecord> byId(String id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        void add(String id, Lease lease) {
            rows.put(id, new Row(id, lease));
        }

        @Override
        boolean takeOver(String id, String lease, Lease next) {
            rows.put(id, new Row(id, next));
            return true;
        }

        @Override
        boolean answer(String id, String lease, String sealed) {
            var row = rows.get(id);
            if (row == null || !row.lease().equals(lease)) {
                return false;
            }
            row.done = true;
            row.sealed = sealed;
            return true;
        }

        @Override
        void remove(String id, String lease) {
            rows.remove(id);
        }
    }
}
