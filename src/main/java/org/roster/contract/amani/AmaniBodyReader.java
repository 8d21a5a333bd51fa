package org.roster.contract.amani;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Form;
import org.roster.http.JsonProvider;

/**
 * Reads the bodies of this contract with the three parsers that Django REST framework has by default: JSON and the two
 * form encodings. A request without a body is one without members, whatever it says that it brings.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class AmaniBodyReader implements MessageBodyReader<AmaniBody> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == AmaniBody.class;
    }

    @Override
    public AmaniBody readFrom(
            Class<AmaniBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(headers.getFirst(HttpHeaders.CONTENT_TYPE), body.readAllBytes());
    }

    static AmaniBody read(@Nullable String contentType, byte[] body) throws IOException {
        if (body.length == 0) {
            return AmaniBody.of(JsonNodeFactory.instance.objectNode());
        }
        if (Form.of(contentType)) {
            try {
                return AmaniBody.of(Form.read(contentType, body));
            } catch (FailureException e) {
                throw worded(multipart(contentType) ? "Multipart form parse error - " : "Form parse error - ", e);
            }
        }
        if (!json(contentType)) {
            var given = contentType == null ? "" : contentType;
            throw new FailureException(
                    Failure.of(Failure.Kind.UNSUPPORTED_MEDIA_TYPE, given, "the media type is not taken"));
        }
        try {
            return AmaniBody.of(JsonProvider.tree(body));
        } catch (FailureException e) {
            throw worded("JSON parse error - ", e);
        }
    }

    private static boolean json(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    private static boolean multipart(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10);
    }

    /** A body that cannot be read is said to be so; other failures are what they are. */
    private static FailureException worded(String prefix, FailureException failure) {
        return failure.failure().kind() == Failure.Kind.MALFORMED
                ? new FailureException(Failure.of(
                        Failure.Kind.MALFORMED,
                        AmaniContract.BODY,
                        prefix + failure.failure().detail()))
                : failure;
    }
}
