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
    void moreThanAPartIsNeverReadAtOnce() {
        page(5000, 1000, SMALL, null);

        assertThat(asked.get(0)).isEqualTo(PageReader.FIRST);
        assertThat(asked.subList(1, asked.size() - 1)).containsOnly(PageReader.PART);
        assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1001);
    }

    @Test
    void largeRowsEndAPageEarlyAndAllAreReadInTheEnd() {
        var seen = new ArrayList<Integer>();
        Integer last = null;
        do {
            var page = page(100, 1000, LARGE, last);
            assertThat(page.items()).hasSizeBetween(1, 16);
            seen.addAll(page.items());
            last = page.next() == null ? null : Integer.valueOf(page.next());
        } while (last != null);

        assertThat(seen).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(asked).allMatch(most -> most <= PageReader.FIRST);
    }

    /** A stretch that begins behind so many of five hundred rows. */
    private List<Integer> stretch(int offset, int limit, int weight) {
        return reader.<Integer>slice(limit, row -> weight, (last, most) -> IntStream.range(
                        last == null ? offset : last + 1, Math.min(500, (last == null ? offset : last + 1) + most))
                .boxed()
                .toList());
    }

    @Test
    void aStretchIsWholeOrRefused() {
        assertThat(stretch(100, 1000, SMALL))
                .isEqualTo(IntStream.range(100, 500).boxed().toList());
        assertThat(stretch(490, 5, LARGE)).hasSize(5);
        assertThat(stretch(0, 0, SMALL)).isEmpty();
        assertThatThrownBy(() -> stretch(0, 500, LARGE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.VALUE_INVALID));
    }
}
