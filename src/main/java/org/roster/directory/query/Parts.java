package org.roster.directory.query;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of an answer that is written while it is read, one after another. The first is read at once, so that a refusal is still
 * answered as one; none is held longer than it is written.
 */
public final class Parts<T> {

    private final Pages<T> pages;
    private @Nullable Page<T> first;

    public Parts(Pages<T> pages) {
        this.pages = pages;
        this.first = pages.after(null);
    }

    /** Gives the page after a cursor; the first one for null. */
    @FunctionalInterface
    public interface Pages<T> {

        Page<T> after(@Nullable String cursor);
    }

    /** Writes the items of a page. */
    @FunctionalInterface
    public interface Writer<T> {

        void write(List<T> items) throws IOException;
    }

    /** Writes all pages, once. */
    public void write(Writer<T> writer) throws IOException {
        var page = first;
        first = null;
        while (page != null) {
            writer.write(page.items());
            var next = page.next();
            page = null; // while the next is read
            page = next == null ? null : pages.after(next);
        }
    }
}
