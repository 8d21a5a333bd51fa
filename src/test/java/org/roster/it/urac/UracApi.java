package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.roster.it.Answer;
import org.roster.it.Deployed;

/** What the tests of this contract share: keys, and the two shapes of its answers. */
abstract class UracApi extends Deployed {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A user name that no other test uses. */
    static String name() {
        return unique("john");
    }

    /** A group code that no other test uses: letters and digits. */
    static String code(String prefix) {
        return unique(prefix).replace("-", "");
    }

    /** A good answer's data. */
    static JsonNode data(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json().path("result").asBoolean())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.json()).as(answer.toString()).hasSize(2);
        return answer.json().get("data");
    }

    static void assertData(Answer answer, String json) {
        assertThat(data(answer)).isEqualTo(json(json));
    }

    /** The whole of an answer that refuses, with HTTP 200 as in SOAJS 2.x. */
    static void assertRefused(Answer answer, int code, String message) {
        assertSaid(answer, 200, code, message);
    }

    /** The same with another status. */
    static void assertSaid(Answer answer, int status, int code, String message) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        var detail = JSON.createObjectNode().put("code", code).put("message", message);
        var errors = JSON.createObjectNode();
        errors.putArray("codes").add(code);
        errors.putArray("details").add(detail);
        var body = JSON.createObjectNode().put("result", false);
        body.set("errors", errors);
        assertThat(answer.json()).as(answer.toString()).isEqualTo(body);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(JsonNode array) {
        return Arrays.asList(JSON.convertValue(array, String[].class));
    }
}
