package org.roster.contract.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthservicePagingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0, true",
        "0, 10, 10, 1, true",
        "0, 10, 11, 2, false",
        "1, 10, 11, 2, true",
        "5, 10, 11, 2, true"
    })
    void theLastPageIsTheOneThatNoneFollows(int page, int size, long total, long pages, boolean last) {
        var paging = new AuthservicePaging(page, size);

        assertThat(paging.totalPages(total)).isEqualTo(pages);
        assertThat(paging.isLast(total)).isEqualTo(last);
    }

    @Test
    void whatIsEmptyIsTheUsual() {
        assertThat(AuthservicePaging.of("", null)).isEqualTo(new AuthservicePaging(0, 10));
    }

    @Test
    void aPageBeyondAllNumbersHasAPlace() {
        assertThat(AuthservicePaging.of("2147483647", "1000").offset()).isPositive();
    }
}
