package org.roster.contract.amani;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.roster.directory.query.Parts;
import org.roster.http.Json;

/**
 * Lists of this contract are bare arrays without pages, so they are written while they are read: however large the
 * directory, one page of it is in memory.
 */
public final class AmaniStream {

    private AmaniStream() {}

    /**
     * All of a list. Its first page is read at once, so that a refusal is still answered as one.
     *
     * @param wire makes what is shown of a page, so that what belongs to its items is asked for once
     */
    public static <T> StreamingOutput all(Parts.Pages<T> pages, Function<List<T>, ? extends List<?>> wire) {
        var parts = new Parts<>(pages);
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartArray();
            parts.write(items -> write(json, wire.apply(items)));
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
