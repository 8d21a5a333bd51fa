package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent. It has one body at most.
 *
 * @param path as the client calls it, with its query, percent-encoded; values of variables are encoded on their way in
 * @param basic a name and a password, sent as HTTP Basic
 * @param form members as {@code application/x-www-form-urlencoded}; a list gives the name several times
 * @param multipart members as {@code multipart/form-data}
 * @param text a body as it stands, of the media type {@code type}
 */
public record KitRequest(
        String method,
        String path,
        Map<String, String> headers,
        List<String> basic,
        @Nullable JsonNode json,
        @Nullable JsonNode form,
        @Nullable JsonNode multipart,
        @Nullable String text,
        @Nullable String type) {

    public KitRequest {
        Objects.requireNonNull(method, "request.method");
        Objects.requireNonNull(path, "request.path");
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        basic = basic == null ? List.of() : List.copyOf(basic);
        if (!basic.isEmpty() && basic.size() != 2) {
            throw new IllegalArgumentException("request.basic is a name and a password");
        }
        if (Stream.of(json, form, multipart, text).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("request has one of json, form, multipart and text, or none");
        }
        if ((text == null) != (type == null)) {
            throw new IllegalArgumentException("request.text and request.type go together");
        }
    }

    /** The media type of the body, or null without one. */
    public @Nullable String mediaType() {
        if (json != null) {
            return "application/json";
        }
        if (form != null) {
            return "application/x-www-form-urlencoded";
        }
        return multipart != null ? "multipart/form-data" : type;
    }
}
