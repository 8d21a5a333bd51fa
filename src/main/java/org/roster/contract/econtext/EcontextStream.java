package org.roster.contract.econtext;

import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.directory.query.Parts;
import org.roster.http.Exchange;
import org.roster.http.Json;

/**
 * Lists of this contract have no end of their own, so they are written while they are read: however large the directory,
 * one page of it is in memory.
 */
public final class EcontextStream {

    /** How many are read at once, with all that belongs to them; so few that the largest are not too many for one answer. */
    public static final int PAGE = 50;

    private EcontextStream() {}

    /** Gives the page after a cursor, as it goes over the wire; the first one for null. */
    @FunctionalInterface
    public interface Pages {
        Page<?> after(@Nullable String cursor);
    }

    /** {@code {"econtext": {"result": {"<name>": [...]}, "elapsed": ...}}}; the first page is read at once, so that a refusal is answered as one. */
    public static StreamingOutput list(String name, Exchange exchange, Pages pages) {
        var parts = new Parts<Object>(cursor -> pages.after(cursor).map(item -> item));
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartObject();
            json.writeObjectFieldStart("econtext");
            json.writeObjectFieldStart("result");
            json.writeArrayFieldStart(name);
            parts.write(items -> {
                for (Object item : items) {
                    json.writePOJO(item);
                }
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeNumberField("elapsed", EcontextReply.elapsed(exchange));
            json.writeEndObject();
            json.writeEndObject();
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }
}
