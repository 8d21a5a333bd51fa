package org.roster.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text fields of a body in one of the two form encodings, for the contracts whose clients send forms. What a name
 * that comes twice means is for the contract to say.
 */
public final class Form {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Form() {}

    /** Whether a media type is one of the two form encodings. */
    public static boolean of(@Nullable String contentType) {
        var type = type(contentType);
        return type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
    }

    /**
     * Reads a body; one that is not a form has no fields.
     *
     * @throws FailureException {@link Failure.Kind#MALFORMED} for a form that cannot be read to its end
     */
    public static Form read(@Nullable String contentType, byte[] body) {
        return switch (type(contentType)) {
            case "application/x-www-form-urlencoded" -> urlEncoded(body);
            case "multipart/form-data" -> MultipartForm.read(contentType == null ? "" : contentType, body);
            default -> new Form();
        };
    }

    /** The fields by name in the order of the body, each with all of its values. */
    public Map<String, List<String>> values() {
        return values;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, one -> new ArrayList<>()).add(value);
    }

    /** Text in UTF-8, strictly: two spellings in bytes must not become one name. */
    static String utf8(byte[] bytes, int from, int until) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, until - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    static FailureException unreadable() {
        return new FailureException(Failure.of(Failure.Kind.MALFORMED, "the form cannot be read"));
    }

    private static Form urlEncoded(byte[] body) {
        var form = new Form();
        for (String pair : utf8(body, 0, body.length).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                var name = equals < 0 ? pair : pair.substring(0, equals);
                form.add(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static String type(@Nullable String contentType) {
        return (contentType == null ? "" : contentType).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Form" + values.keySet(); // never the values: one may be a password
    }
}
