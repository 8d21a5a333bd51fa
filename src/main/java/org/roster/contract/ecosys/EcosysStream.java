package org.roster.contract.ecosys;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.function.Function;
import org.roster.directory.query.Parts;
import org.roster.http.Json;

/**
 * Lists of this contract have no pages, so they are written while they are read: however large the directory, one page
 * of it is in memory.
 */
public final class EcosysStream {

    private EcosysStream() {}

    /** What stands around a list. */
    @FunctionalInterface
    public interface Frame {
        void write(JsonGenerator json) throws IOException;
    }

    /** {@code {"status": "success", "<name>": [...]}}. */
    public static <T> StreamingOutput list(String name, Parts.Pages<T> pages, Function<? super T, ?> wire) {
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
            Frame head, String name, Parts.Pages<T> pages, Function<? super T, ?> wire, Frame tail) {
        var parts = new Parts<>(pages);
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            head.write(json);
            json.writeArrayFieldStart(name);
            parts.write(items -> {
                for (T item : items) {
                    json.writePOJO(wire.apply(item));
                }
            });
            json.writeEndArray();
            tail.write(json);
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }
}
