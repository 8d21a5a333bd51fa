package org.roster.contract.authservice;

import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Which page of a list is asked for.
 *
 * @param number counted from 0
 * @param size from 1 to 1000
 */
public record AuthservicePaging(int number, int size) {

    public static final String PAGE = "Counted from 0, which is the default";
    public static final String SIZE = "From 1 to 1000; 10 by default";

    private static final int USUAL = 10;

    /** The page that these parameters name; empty ones count as missing. */
    public static AuthservicePaging of(@Nullable String page, @Nullable String size) {
        return new AuthservicePaging(number(page, 0, 0, Integer.MAX_VALUE), number(size, USUAL, 1, Page.MAX));
    }

    /** The first element's place; beyond what can be counted there is nothing anyway. */
    public int offset() {
        return (int) Math.min(Integer.MAX_VALUE - (long) Page.MAX, (long) number * size);
    }

    public long totalPages(long totalElements) {
        return (totalElements + size - 1) / size;
    }

    public boolean isLast(long totalElements) {
        return number + 1L >= totalPages(totalElements);
    }

    private static int number(@Nullable String text, int usual, int least, int most) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw wrong();
    }

    /** A parameter that has no such values. */
    public static Refusal wrong() {
        return new Refusal(Reason.CURSOR_INVALID, null, "a parameter has a value that it cannot have");
    }
}
