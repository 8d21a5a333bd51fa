package org.roster.contract.econtext;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;

/**
 * Which part of a list is asked for, as version 2 of the original counts it. Nothing asked for is all of it, as version 1
 * has it.
 *
 * @param limit how many, or null for all
 * @param offset how many are passed over
 */
public record EcontextPaging(@Nullable Integer limit, int offset) {

    public static final String LIMIT = "How many; all if neither this nor `offset` is given, else 50 unless it is";
    public static final String OFFSET = "How many are passed over";
    public static final String MINIMAL = "Leaves out what belongs to a user; anything but `false` and `0` asks for it";

    private static final int USUAL = 50;

    public static EcontextPaging of(@Nullable String limit, @Nullable String offset) {
        var count = number("limit", limit);
        var from = number("offset", offset);
        if (count == null && from == null) {
            return new EcontextPaging(null, 0);
        }
        // Zero counts as nothing given, as in Python.
        return new EcontextPaging(count == null || count == 0 ? USUAL : count, from == null ? 0 : from);
    }

    public static boolean minimal(@Nullable String given) {
        return given != null && !given.equalsIgnoreCase("false") && !given.equals("0");
    }

    public boolean asked() {
        return limit != null;
    }

    /** The wanted part, read a page at a time; a page that is not full is the last. */
    public EcontextStream.Pages pages(BiFunction<Integer, Integer, Page<?>> slice) {
        return cursor -> {
            int done = cursor == null ? 0 : Integer.parseInt(cursor);
            int count = limit == null ? EcontextStream.PAGE : Math.min(EcontextStream.PAGE, limit - done);
            var items = slice.apply(offset + done, count).items();
            int reached = done + items.size();
            boolean more = items.size() == count && (limit == null || reached < limit);
            return new Page<>(items, more ? String.valueOf(reached) : null);
        };
    }

    private static @Nullable Integer number(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number < 0) {
                throw EcontextRefusal.invalid(name, "The value must be at least 0");
            }
            return number;
        } catch (NumberFormatException e) {
            throw EcontextRefusal.invalid(name, "The value must be an integer.");
        }
    }
}
