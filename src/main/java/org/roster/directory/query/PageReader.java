package org.roster.directory.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.roster.limit.Weights;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Reads pages of rows of any size without more of them in memory than there is room for: some first, and then as many more as what
 * these weigh allows.
 */
@ApplicationScoped
public class PageReader {

    /** Rows that are read before it is known what they weigh: a page of the usual length and the one behind it. */
    static final int FIRST = 51;

    /** Beyond this weight, in bytes, a page ends before it has all of its items. */
    static final long FULL = 4 << 20;

    /** What is asked for by number cannot end early; beyond this weight, in bytes, it is refused. */
    static final long MOST = 16 << 20;

    @Inject
    Weights weights;

    /** Rows in the order of a page. */
    public interface Rows<T> {

        /** So many of the rows behind one, or from the beginning of the page behind null. */
        List<T> after(@Nullable T last, int most);
    }

    /** Rows by how many come before them. */
    public interface Stretch<T> {

        List<T> at(int offset, int most);
    }

    /** Weighs the rows of one answer. */
    private static final class Scale<T> {

        private final ToLongFunction<? super T> weight;
        private final List<T> rows = new ArrayList<>();
        private long held;

        private Scale(ToLongFunction<? super T> weight) {
            this.weight = weight;
        }

        private long add(List<T> more) {
            long added = more.stream().mapToLong(weight).sum();
            rows.addAll(more);
            held += added;
            return added;
        }

        /** How many of the rows weigh no more than this together; one at least. */
        private int until(long most) {
            int rest = rows.size();
            for (long over = held; over > most && rest > 1; rest--) {
                over -= weight.applyAsLong(rows.get(rest - 1));
            }
            return rest;
        }

        /** How many of so many more are read next. */
        private int next(int wanted, long most) {
            long some = rows.isEmpty() ? FIRST : 1 + Math.max(0, most - held) / Math.max(1, held / rows.size());
            return (int) Math.min(wanted, some);
        }
    }

    /**
     * A page that ends after its limit, or before when its rows are large; the cursor then leads to the rest.
     *
     * @param weight of a row in bytes
     * @throws Refusal {@link Reason#OVERLOADED}
     */
    public <T> Page<T> page(int limit, ToLongFunction<? super T> weight, Rows<T> rows, Function<T, String> cursor) {
        weights.letGo();
        var scale = new Scale<T>(weight);
        T last = null;
        while (true) {
            int wanted = scale.next(limit + 1 - scale.rows.size(), FULL);
            var read = rows.after(last, wanted);
            weights.hold(scale.add(read));
            if (scale.held > FULL) {
                return Page.cut(scale.rows, Math.min(limit, scale.until(FULL)), cursor);
            }
            if (read.size() < wanted || scale.rows.size() > limit) {
                return Page.cut(scale.rows, limit, cursor);
            }
            last = read.get(read.size() - 1);
        }
    }

    /**
     * A stretch of rows, for contracts that count.
     *
     * @throws Refusal {@link Reason#VALUE_INVALID} where they are too large for one answer, {@link Reason#OVERLOADED}
     */
    public <T> List<T> slice(int offset, int limit, ToLongFunction<? super T> weight, Stretch<T> rows) {
        weights.letGo();
        var scale = new Scale<T>(weight);
        while (true) {
            int have = scale.rows.size();
            int wanted = scale.next(limit - have, MOST);
            if (wanted <= 0) {
                return scale.rows;
            }
            var read = rows.at(offset + have, wanted);
            weights.hold(scale.add(read));
            if (scale.held > MOST) {
                throw Refusal.invalid("limit", "so many of these are too large for one answer: ask for fewer");
            }
            if (read.size() < wanted) {
                return scale.rows;
            }
        }
    }
}
