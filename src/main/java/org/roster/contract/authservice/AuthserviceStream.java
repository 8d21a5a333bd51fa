package org.roster.contract.authservice;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Function;
import org.roster.directory.query.Page;
import org.roster.directory.query.Parts;
import org.roster.http.Json;

/** Plain arrays of this contract have no pages, so they are written while they are read: one page of them is in memory. */
public final class AuthserviceStream {

    private AuthserviceStream() {}

    /**
     * An array of everything. The first page is read at once, so that a refusal is still answered as one.
     *
     * @param wire what a page is on the wire, translated as a whole so that it costs no query for each element
     */
    public static <T> StreamingOutput array(Parts.Pages<T> pages, Function<List<T>, ? extends List<?>> wire) {
        var parts = new Parts<Object>(cursor -> {
            var page = pages.after(cursor);
            return new Page<>(List.copyOf(wire.apply(page.items())), page.next());
        });
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartArray();
            parts.write(items -> {
                for (Object item : items) {
                    json.writePOJO(item);
                }
            });
            json.writeEndArray();
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }
}
