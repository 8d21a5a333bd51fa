package org.roster.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpHeaders;

/** What came back. */
@SuppressWarnings("ArrayRecordComponent") // written once, read by tests only
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    public String text() {
        return new String(bytes, UTF_8);
    }

    public JsonNode json() {
        try {
            return Http.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + this, e);
        }
    }

    /** The header's first value, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** As a failed test should print it. */
    @Override
    public String toString() {
        return "HTTP " + status + " " + headers.map() + "\n" + text();
    }
}
