package org.roster.http.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The credential that a request carries, as it stands in its headers. Nothing is ever read from the address (R4).
 *
 * @param kind which sort it is
 * @param id the user name or key id of a pair; empty for the others
 * @param secret the password, secret, key or token
 */
record Credentials(Kind kind, String id, String secret) {

    enum Kind {
        NONE,
        BEARER,
        /** A user name and a password, or an API key's id and secret (RFC 7617). */
        PAIR,
        /** An API key as one text. */
        KEY,
        /** A header that cannot be read, or a scheme that is not served. */
        UNREADABLE
    }

    /** The headers that carry an API key as one text. */
    private static final List<String> KEY_HEADERS = List.of("key", "X-API-Key");

    private static final Credentials NONE = new Credentials(Kind.NONE, "", "");
    private static final Credentials UNREADABLE = new Credentials(Kind.UNREADABLE, "", "");

    static Credentials of(ContainerRequestContext request) {
        var authorizations = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorizations != null && !authorizations.isEmpty()) {
            return authorizations.size() == 1 ? ofAuthorization(authorizations.get(0)) : UNREADABLE;
        }
        return key(request);
    }

    /** The API key that stands in a header of its own. */
    static Credentials key(ContainerRequestContext request) {
        for (String header : KEY_HEADERS) {
            var key = request.getHeaderString(header);
            if (key != null) {
                return ofKey(key.strip());
            }
        }
        return NONE;
    }

    /** An API key as one text: the id, a dot, the secret. */
    private static Credentials ofKey(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? UNREADABLE : new Credentials(Kind.KEY, key.substring(0, dot), key.substring(dot + 1));
    }

    private static Credentials ofAuthorization(String header) {
        int space = header.indexOf(' ');
        if (space < 0) {
            return UNREADABLE;
        }
        var value = header.substring(space + 1).strip();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> new Credentials(Kind.BEARER, "", value);
            case "basic" -> ofBasic(value);
            case "apikey" -> ofKey(value);
            default -> UNREADABLE;
        };
    }

    private static Credentials ofBasic(String base64) {
        var pair = decode(base64);
        int colon = pair == null ? -1 : pair.indexOf(':');
        return pair == null || colon < 0
                ? UNREADABLE
                : new Credentials(Kind.PAIR, pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static @Nullable String decode(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + kind + "]";
    }
}
