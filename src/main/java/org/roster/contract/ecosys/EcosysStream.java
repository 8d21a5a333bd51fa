package org.roster.contract.ecosys;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.http.Json;

/**
 * Lists of this contract have no pages, so they are written while they are read: however large the directory, one page
 * of it is in memory.
 */
public final class EcosysStream {

    private EcosysStream() {}

    /** Gives the page after a cursor; the first one for null. */
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> after(@Nullable String cursor);
    }

    /** What stands around a list. */
    @FunctionalInterface
    public interface Frame {
        void write(JsonGenerator json) throws IOException;
    }

    /** {@code {"status": "success", "<name>": [...]}}. */
    public static <T> StreamingOutput list(String name, Pages<T> pages, Function<? super T, ?> wire) {
        return framed(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("status", "success");
                },
                name,
                pages,
                wire,
                JsonGenerator::writeEndObject);
    }

    /** The first page is read at once, so that a refusal is still answered as one. */
    public static <T> StreamingOutput framed(
            Frame head, String name, Pages<T> pages, Function<? super T, ?> wire, Frame tail) {
        var first = pages.after(null);
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            head.write(json);
            json.writeArrayFieldStart(name);
            for (var page = first; page != null; page = page.next() == null ? null : pages.after(page.next())) {
                for (T item : page.items()) {
                    json.writePOJO(wire.apply(item));
                }
            }
            json.writeEndArray();
            tail.write(json);
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }
}
