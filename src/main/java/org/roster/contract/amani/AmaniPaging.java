package org.roster.contract.amani;

import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.http.Failure;
import org.roster.http.FailureException;

/**
 * The part of a list that a request asks for, as {@code PageNumberPagination} of Django REST framework counts; the
 * answer stays a bare array.
 *
 * @param offset how many items come before it
 * @param limit how many it holds at most
 */
public record AmaniPaging(int offset, int limit) {

    static final String PAGE = "page";

    private static final int LIMIT = 100;

    /**
     * @return null for the whole list
     * @throws FailureException for what is not the number of a page
     */
    public static @Nullable AmaniPaging of(@Nullable String page, @Nullable String pageSize) {
        if (page == null && pageSize == null) {
            return null;
        }
        int number = page == null ? 1 : whole(page);
        if (number == 0) {
            throw new FailureException(Failure.of(Failure.Kind.NOT_FOUND, PAGE, "there is no such page"));
        }
        int size = pageSize == null ? LIMIT : whole(pageSize);
        // As in the framework: a size that is none is passed over, one that is too great is cut.
        int limit = size == 0 ? LIMIT : Math.min(size, Page.MAX);
        return new AmaniPaging((int) Math.min(Integer.MAX_VALUE - Page.MAX, (long) (number - 1) * limit), limit);
    }

    /** A number from 1 on; 0 for anything else. */
    private static int whole(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
