package org.roster.directory.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.roster.limit.Weights;
import org.roster.persistence.Connections;
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

    /** Rows that are read at once after these. */
    static final int PART = 100;

    /** What a row may weigh, since a body may: of rows that are not read yet nothing less is known. */
    private static final int LARGEST = 256 * 1024;

    /** A row that is being read is with the driver, as text, and as what it says. */
    private static final int COPIES = 3;

    private static final int PATIENCE_SECONDS = 2;

    /** Of an answer that has begun and would be cut off. */
    private static final int LONG_PATIENCE_SECONDS = 60;

    /** Beyond this weight, in bytes, a page ends before it has all of its items. */
    static final long FULL = 4 << 20;

    /** What is asked for by number cannot end early; beyond this weight, in bytes, it is refused. */
    static final long MOST = 16 << 20;

    @Inject
    Weights weights;

    @Inject
    Connections connections;

    /** As many rows as may be being read at the same moment: a third of the heap if all are as large as can be. */
    private final Semaphore underWay =
            new Semaphore((int) Math.max(PART, Runtime.getRuntime().maxMemory() / 3 / COPIES / LARGEST), true);

    /** Rows in the order of a page. */
    public interface Rows<T> {

        /** So many of the rows behind one, or from the beginning of the page behind null. */
        List<T> after(@Nullable T last, int most);
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

        /** What the rows behind so many weigh. */
        private long behind(int many) {
            return rows.subList(many, rows.size()).stream().mapToLong(weight).sum();
        }

        /** How many of so many more are read next. */
        private int next(int wanted, long most) {
            long some = rows.isEmpty() ? FIRST : 1 + Math.max(0, most - held) / Math.max(1, held / rows.size());
            return (int) Math.min(wanted, Math.min(some, PART));
        }
    }

    /**
     * A page that ends after its limit, or before when its rows are large; the cursor then leads to the rest. Who reads a second one
     * in the same request has no use for the first any more.
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
            var read = part(rows, last, wanted, scale);
            if (scale.held > FULL) {
                int fit = Math.min(limit, scale.until(FULL));
                weights.letGo(scale.behind(fit));
                return Page.cut(scale.rows, fit, cursor);
            }
            if (read.size() < wanted || scale.rows.size() > limit) {
                return Page.cut(scale.rows, limit, cursor);
            }
            last = read.get(read.size() - 1);
        }
    }

    /**
     * A stretch of rows, for contracts that count. What is read after the first of them is found by key, so that none is missed or
     * comes twice when others are made or removed meanwhile.
     *
     * @throws Refusal {@link Reason#VALUE_INVALID} where they are too large for one answer, {@link Reason#OVERLOADED}
     */
    public <T> List<T> slice(int limit, ToLongFunction<? super T> weight, Rows<T> rows) {
        var scale = new Scale<T>(weight);
        T last = null;
        while (true) {
            int wanted = scale.next(limit - scale.rows.size(), MOST);
            if (wanted <= 0) {
                return scale.rows;
            }
            var read = part(rows, last, wanted, scale);
            if (scale.held > MOST) {
                throw Refusal.invalid("limit", "so many of these are too large for one answer: ask for fewer");
            }
            if (read.size() < wanted) {
                return scale.rows;
            }
            last = read.get(read.size() - 1);
        }
    }

    private <T> List<T> part(Rows<T> rows, @Nullable T last, int most, Scale<T> scale) {
        enter(most);
        try {
            var read = rows.after(last, most);
            weights.hold(scale.add(read));
            return read;
        } finally {
            underWay.release(most);
        }
    }

    /** Waits until so many more rows may be read. */
    private void enter(int most) {
        if (underWay.tryAcquire(most)) {
            return;
        }
        connections.release();
        try {
            int seconds = weights.begun() ? LONG_PATIENCE_SECONDS : PATIENCE_SECONDS;
            if (underWay.tryAcquire(most, seconds, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Reason.OVERLOADED, null, "more lists are being read than this server has memory for now");
    }
}
