package org.roster.contract.amani;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.http.FailureException;

class AmaniPagingTest {

    @Test
    void whoAsksForNoPageGetsTheWholeList() {
        assertThat(AmaniPaging.of(null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 0, 100",
        "3, 10, 20, 10",
        ", 10, 0, 10",
        "2, 5000, 1000, 1000",
        "2, none, 100, 100",
        "2, 0, 100, 100"
    })
    void aPageIsAStretchOfTheList(String page, String size, int offset, int limit) {
        assertThat(AmaniPaging.of(page, size)).isEqualTo(new AmaniPaging(offset, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "one", "", "1.5", "9999999999"})
    void whatIsNoPageIsNotFound(String page) {
        assertThatThrownBy(() -> AmaniPaging.of(page, null)).isInstanceOf(FailureException.class);
    }
}
