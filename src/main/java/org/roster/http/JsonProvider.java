package org.roster.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Reads and writes JSON, the same on every server. The body is decoded as strict UTF-8 first (RFC 8259 section 8.1):
 * bytes that are not UTF-8, or that spell a character in more bytes than it needs, are an error and not a question mark.
 */
@Provider
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return json(media) && !InputStream.class.isAssignableFrom(type) && type != byte[].class && type != String.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var text = text(body.readNBytes(Limits.BODY_BYTES + 1));
        try {
            checkShape(text);
            if (JsonNode.class.isAssignableFrom(type)) {
                return tree(text);
            }
            Object value = Json.MAPPER.readValue(text, Json.MAPPER.constructType(generic));
            if (value == null) {
                throw malformed("the body must not be null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(why(e));
        }
    }

    /**
     * Reads a body as a tree, as strictly as every other, for contracts that take JSON beside other types.
     *
     * @throws FailureException {@link Failure.Kind#MALFORMED}
     */
    public static JsonNode tree(byte[] body) throws IOException {
        var text = text(body);
        try {
            checkShape(text);
            return tree(text);
        } catch (JsonProcessingException e) {
            throw malformed(why(e));
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return json(media)
                && type != String.class
                && type != byte[].class
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Json.MAPPER.writeValue(body, value);
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        var node = Json.MAPPER.readTree(text);
        if (node == null || node instanceof MissingNode) {
            throw malformed("the body is empty");
        }
        return node;
    }

    /** Array lengths and texts inside trees and maps, which no type looks at. */
    private static void checkShape(String text) throws IOException {
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

    private static String text(byte[] body) {
        var text = decode(body);
        if (text.isBlank()) {
            throw malformed("the body is empty");
        }
        return text;
    }

    private static String decode(byte[] body) {
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

    /** What is wrong, by place and kind; the library's own messages name classes. */
    private static String why(JsonProcessingException e) {
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

    private static FailureException malformed(String detail) {
        return new FailureException(Failure.of(Failure.Kind.MALFORMED, detail));
    }

    private static boolean json(MediaType media) {
        return media != null && media.getSubtype().endsWith("json");
    }
}
