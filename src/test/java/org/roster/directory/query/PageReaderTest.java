package org.roster.directory.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.limit.Weights;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class PageReaderTest {

    private static final int LARGE = 256 * 1024;
    private static final int SMALL = 1024;

    private final PageReader reader = new PageReader();
    private final List<Integer> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        reader.weights = new Weights();
    }

    /** Of rows that are called by their places. */
    private Page<Integer> page(int rows, int limit, int weight, @Nullable Integer start) {
        return reader.<Integer>page(
                limit,
                row -> weight,
                (last, most) -> {
                    asked.add(most);
                    int from = last != null ? last + 1 : start == null ? 0 : start + 1;
                    return IntStream.range(from, Math.min(rows, from + most))
                            .boxed()
                            .toList();
                },
                String::valueOf);
    }

    @ParameterizedTest
    @CsvSource({"0,20,0", "19,20,0", "20,20,0", "21,20,20", "1000,1000,0", "1001,1000,1000"})
    void aPageOfOrdinaryRowsHasAsManyAsWereAskedFor(int rows, int limit, int next) {
        var page = page(rows, limit, SMALL, null);

        assertThat(page.items()).hasSize(Math.min(rows, limit));
        assertThat(page.next()).isEqualTo(next == 0 ? null : String.valueOf(next - 1));
    }

    @Test
    void ordinaryRowsAreReadInTwoPartsAtMost() {
        page(5000, 1000, SMALL, null);

        assertThat(asked).containsExactly(PageReader.FIRST, 1001 - PageReader.FIRST);
    }

    @Test
    void largeRowsEndAPageEarlyAndAllAreReadInTheEnd() {
        var seen = new ArrayList<Integer>();
        Integer last = null;
        do {
            var page = page(100, 1000, LARGE, last);
            assertThat(page.items()).hasSizeBetween(1, PageReader.FIRST);
            seen.addAll(page.items());
            last = page.next() == null ? null : Integer.valueOf(page.next());
        } while (last != null);

        assertThat(seen).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(asked).allMatch(most -> most <= PageReader.FIRST);
    }

    @Test
    void aStretchIsWholeOrRefused() {
        PageReader.Stretch<Integer> rows = (offset, most) ->
                IntStream.range(offset, Math.min(500, offset + most)).boxed().toList();

        assertThat(reader.slice(100, 1000, row -> SMALL, rows))
                .isEqualTo(IntStream.range(100, 500).boxed().toList());
        assertThat(reader.slice(490, 5, row -> LARGE, rows)).hasSize(5);
        assertThat(reader.slice(0, 0, row -> SMALL, rows)).isEmpty();
        assertThatThrownBy(() -> reader.slice(0, 500, row -> LARGE, rows))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.VALUE_INVALID));
    }
}
