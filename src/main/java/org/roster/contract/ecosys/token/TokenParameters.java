package org.roster.contract.ecosys.token;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

/**
 * The parameters of a token request. PHP, on which the original runs, reads both form encodings, so Postman's
 * "form-data" and "x-www-form-urlencoded" rows are equally good; a body of any other type carries no parameters.
 */
final class TokenParameters {

    private final Map<String, String> values;

    private TokenParameters(Map<String, String> values) {
        this.values = values;
    }

    /** @throws GrantRefusal {@link GrantError#INVALID_REQUEST} for a form that cannot be read */
    static TokenParameters read(@Nullable String contentType, byte[] body) {
        var header = contentType == null ? "" : contentType;
        var type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/x-www-form-urlencoded" -> new TokenParameters(urlEncoded(body));
            case "multipart/form-data" -> new TokenParameters(MultipartForm.read(header, body));
            default -> new TokenParameters(Map.of());
        };
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** @throws GrantRefusal {@link GrantError#INVALID_REQUEST} that names the parameter */
    String require(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new GrantRefusal(GrantError.INVALID_REQUEST, "a parameter is missing", name);
        }
        return value;
    }

    /** Adds a parameter; a second one of its name is refused (RFC 6749 section 3.2). */
    static void add(Map<String, String> values, String name, String value) {
        if (values.putIfAbsent(name, value) != null) {
            throw new GrantRefusal(GrantError.INVALID_REQUEST, "a parameter is given more than once", name);
        }
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

    static GrantRefusal unreadable() {
        return new GrantRefusal(GrantError.INVALID_REQUEST, "the form cannot be read", null);
    }

    private static Map<String, String> urlEncoded(byte[] body) {
        var values = new LinkedHashMap<String, String>();
        for (String pair : utf8(body, 0, body.length).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                var name = equals < 0 ? pair : pair.substring(0, equals);
                add(values, decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    @Override
    public String toString() {
        return "TokenParameters" + values.keySet(); // never the secrets
    }
}
