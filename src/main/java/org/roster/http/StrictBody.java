package org.roster.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * How a body becomes text and a document, for those contracts too that choose the reader by the media type themselves.
 * Bytes are strict UTF-8 (RFC 8259 section 8.1): what is not UTF-8, or spells a character in more bytes than it needs, is
 * an error and not a question mark. Every method ends the request with {@link Failure.Kind#MALFORMED} for what it does
 * not take.
 */
public final class StrictBody {

    private StrictBody() {}

    /** All bytes of a body, one more than the limit at most. */
    public static byte[] bytes(InputStream body) throws IOException {
        return body.readNBytes(Limits.BODY_BYTES + 1);
    }

    /** The bytes as text. */
    public static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    /** A text as a JSON document: one, whole, no member twice, no deeper or longer than the limits. */
    public static JsonNode tree(String text) {
        try {
            checkShape(text);
            var node = Json.MAPPER.readTree(text);
            if (node == null || node instanceof MissingNode) {
                throw malformed("the body is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw malformed(why(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text can be stored and sent on as it is: it holds no NUL and no half of a surrogate pair. */
    public static boolean whole(String text) {
        return StrictTexts.whole(text);
    }

    /** Array lengths and texts inside trees and maps, which no type looks at. */
    static void checkShape(String text) throws IOException {
        var counts = new int[Limits.JSON_DEPTH + 2];
        int depth = 0;
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
                    if (!StrictTexts.whole(parser.getText())) {
                        throw malformed("a text holds NUL or half of a surrogate pair");
                    }
                }
                if (token.isStructEnd()) {
                    depth--;
                } else if (token != JsonToken.FIELD_NAME) {
                    if (++counts[depth] > Limits.JSON_ARRAY_LENGTH && depth > 0) {
                        throw malformed("an array or object has more than " + Limits.JSON_ARRAY_LENGTH + " members");
                    }
                    if (token.isStructStart()) {
                        counts[++depth] = 0;
                    }
                }
            }
        }
    }

    /** What is wrong, by place and kind; the library's own messages name classes. */
    static String why(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "the body nests too deep, or has a number, text or name that is too long";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            var named = "'" + (path.length() > 200 ? path.substring(0, 200) : path) + "' ";
            return named
                    + (e instanceof UnrecognizedPropertyException
                            ? "is not a member of this request"
                            : "has a value of the wrong type");
        }
        return e instanceof JsonMappingException
                ? "the body has a value of the wrong type"
                : "the body is not valid JSON";
    }

    static FailureException malformed(String detail) {
        return new FailureException(Failure.of(Failure.Kind.MALFORMED, detail));
    }
}
