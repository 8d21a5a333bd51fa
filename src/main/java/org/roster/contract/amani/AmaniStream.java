package org.roster.contract.amani;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.http.Json;

/**
 * Lists of this contract are bare arrays without pages, so they are written while they are read: however large the
 * directory, one page of it is in memory.
 */
public final class AmaniStream {

    private AmaniStream() {}

    /** Gives the page after a cursor; the first one for null. */
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> after(@Nullable String cursor);
    }

    /**
     * All of a list. Its first page is read at once, so that a refusal is still answered as one.
     *
     * @param wire makes what is shown of a page, so that what belongs to its items is asked for once
     */
    public static <T> StreamingOutput all(Pages<T> pages, Function<List<T>, ? extends List<?>> wire) {
        var first = pages.after(null);
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartArray();
            for (var page = first; page != null; page = page.next() == null ? null : pages.after(page.next())) {
                write(json, wire.apply(page.items()));
            }
            json.writeEndArray();
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }

    private static void write(JsonGenerator json, List<?> items) throws IOException {
        for (Object item : items) {
            json.writePOJO(item);
        }
    }
}
