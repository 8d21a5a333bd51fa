package org.roster.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
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
import org.roster.persistence.Connections;

/**
 * Reads and writes JSON, the same on every server and as strictly as {@link StrictBody} says.
 */
@Provider
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Inject
    Connections connections;

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
        var text = text(StrictBody.bytes(body));
        if (JsonNode.class.isAssignableFrom(type)) {
            return StrictBody.tree(text);
        }
        try {
            StrictBody.checkShape(text);
            Object value = Json.MAPPER.readValue(text, Json.MAPPER.constructType(generic));
            if (value == null) {
                throw StrictBody.malformed("the body must not be null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw StrictBody.malformed(StrictBody.why(e));
        }
    }

    /**
     * Reads a body as a tree, as strictly as every other, for contracts that take JSON beside other types.
     *
     * @throws FailureException {@link Failure.Kind#MALFORMED}
     */
    public static JsonNode tree(byte[] body) throws IOException {
        return StrictBody.tree(text(body));
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
        // Nobody is to hold a connection of the database from others by taking an answer slowly.
        Json.MAPPER.writeValue(new LongAnswer(body, connections::release), value);
    }

    private static String text(byte[] body) {
        var text = StrictBody.text(body);
        if (text.isBlank()) {
            throw StrictBody.malformed("the body is empty");
        }
        return text;
    }

    private static boolean json(MediaType media) {
        return media != null && media.getSubtype().endsWith("json");
    }
}
