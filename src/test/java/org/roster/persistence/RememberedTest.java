package org.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {

    @Test
    void ofAMillionKeysNoMoreThanTheBoundIsKept() {
        var remembered = new Remembered<Integer, Integer>(10_000, Duration.ofHours(1));

        for (int key = 0; key < 1_000_000; key++) {
            assertThat(remembered.get(key, any -> 1) == 1).isTrue();
        }

        assertThat(remembered.kept()).isBetween(1L, 10_000L);
    }

    @Test
    void whatIsNotThereIsNotRemembered() {
        var remembered = new Remembered<Integer, Integer>(10_000, Duration.ofHours(1));

        for (int key = 0; key < 100_000; key++) {
            remembered.find(key, any -> Optional.empty());
        }

        assertThat(remembered.kept()).isZero();
    }
}
