package org.roster.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the findings about lenient JSON: what must not be taken for something else. */
class JsonProviderTest {

    record Body(String text, List<String> list, Boolean flag, Map<String, Object> map) {}

    @Test
    void aGoodDocumentIsRead() throws IOException {
        var body = read("{\"text\": \"\u00E4\", \"list\": [\"a\"], \"flag\": true, \"map\": {\"n\": 1}}");

        assertThat(body).isEqualTo(new Body("\u00E4", List.of("a"), true, Map.of("n", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\"}{\"text\": \"b\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"map\": {\"a\": 1, \"a\": 2}}",
                "{\"text\": 1}",
                "{\"text\": true}",
                "{\"text\": [\"a\"]}",
                "{\"text\": {}}",
                "{\"list\": \"a\"}",
                "{\"list\": [1]}",
                "{\"flag\": \"true\"}",
                "{\"flag\": 1}",
                "{\"map\": []}",
                "{\"map\": \"\"}",
                "{\"text\": \"\\u0000\"}",
                "{\"text\": \"\\ud800\"}",
                "{\"map\": {\"\\ud800\": 1}}",
                "{\"map\": {\"a\": \"\\udc00x\"}}",
                "{\"unknown\": 1}",
                "{'text': 'a'}",
                "{\"text\": \"a\",}",
                "{/* */\"text\": \"a\"}",
                "{\"text\": NaN}",
                "\uFEFF{\"text\": \"a\"}"
            })
    void whatIsNotMeantIsRefused(String json) {
        assertThat(refusal(json.getBytes(UTF_8)).failure().kind()).isEqualTo(Failure.Kind.MALFORMED);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThat(refusal("{\"text\": \"\u00E4\"}".getBytes(ISO_8859_1))
                        .failure()
                        .detail())
                .isEqualTo("the body is not UTF-8");
    }

    @Test
    void aCharacterInMoreBytesThanItNeedsIsRefused() {
        var overlong = "{\"text\": \"??\"}".getBytes(ISO_8859_1);
        overlong[10] = (byte) 0xC1;
        overlong[11] = (byte) 0xA1;

        assertThat(refusal(overlong).failure().detail()).isEqualTo("the body is not UTF-8");
    }

    @Test
    void depthNumbersAndArraysAreLimited() {
        assertThat(refusal(("{\"map\": " + "{\"a\":".repeat(40) + "1" + "}".repeat(41)).getBytes(UTF_8)))
                .isNotNull();
        assertThat(refusal(("{\"map\": {\"n\": " + "1".repeat(101) + "}}").getBytes(UTF_8)))
                .isNotNull();
        assertThat(refusal(("{\"list\": [" + "\"a\",".repeat(1000) + "\"a\"]}").getBytes(UTF_8)))
                .isNotNull();
        assertThat(refusal(("{\"text\": \"" + "a".repeat(70_000) + "\"}").getBytes(UTF_8)))
                .isNotNull();
    }

    @Test
    void aMessageNamesTheMemberButNoClassAndNoValue() {
        var detail = refusal("{\"text\": 12345}".getBytes(UTF_8)).failure().detail();

        assertThat(detail).isEqualTo("'text' has a value of the wrong type");
    }

    @Test
    void aTreeIsReadAsStrictly() {
        assertThat(catchThrowableOfType(
                        FailureException.class, () -> readAs(JsonNode.class, "{\"a\": \"\\ud800\"}".getBytes(UTF_8))))
                .isNotNull();
        assertThat(catchThrowableOfType(FailureException.class, () -> readAs(JsonNode.class, new byte[0])))
                .isNotNull();
    }

    private static FailureException refusal(byte[] json) {
        return catchThrowableOfType(FailureException.class, () -> readAs(Body.class, json));
    }

    private static Object read(String json) throws IOException {
        return readAs(Body.class, json.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Object readAs(Class<?> type, byte[] json) throws IOException {
        return new JsonProvider()
                .readFrom(
                        (Class<Object>) type,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        null,
                        new ByteArrayInputStream(json));
    }
}
