package org.roster.directory.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the page that follows, or null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items that one page holds. */
    public static final int MAX = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something made from each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> translation) {
        return new Page<>(items.stream().<R>map(translation).toList(), next);
    }

    /** Cuts a page from a list that was read one item longer than the page, to see whether another follows. */
    public static <T> Page<T> cut(List<T> read, int limit, Function<T, String> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        var items = read.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
