package org.roster.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Map;

/** A log entry as one line of JSON, so that nothing in it can pass for an entry of its own (R47). */
public final class LogLine {

    private static final ObjectWriter WRITER = Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private LogLine() {}

    /** The members as one line. */
    public static String json(Map<String, ?> members) {
        try {
            return WRITER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("plain values only", e);
        }
    }
}
