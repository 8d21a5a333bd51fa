package org.roster.contract.authservice;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.http.Json;

/** Plain arrays of this contract have no pages, so they are written while they are read: one page of them is in memory. */
public final class AuthserviceStream {

    private AuthserviceStream() {}

    /** Gives the page after a cursor; the first one for null. */
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> after(@Nullable String cursor);
    }

    /**
     * An array of everything. The first page is read at once, so that a refusal is still answered as one.
     *
     * @param wire what a page is on the wire, translated as a whole so that it costs no query for each element
     */
    public static <T> StreamingOutput array(Pages<T> pages, Function<List<T>, ? extends List<?>> wire) {
        var first = pages.after(null);
        var begin = wire.apply(first.items());
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartArray();
            List<?> items = begin;
            var page = first;
            while (true) {
                for (Object item : items) {
                    json.writePOJO(item);
                }
                if (page.next() == null) {
                    break;
                }
                page = pages.after(page.next());
                items = wire.apply(page.items());
            }
            json.writeEndArray();
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }
}
