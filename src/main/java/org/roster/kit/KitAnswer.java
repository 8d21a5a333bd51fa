package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to come back.
 *
 * @param headers an asterisk at the end of a value: begins with; null: there is no such header
 * @param json compared member by member, placeholders aside
 * @param text compared as a whole, placeholders aside
 * @param empty whether there is no body at all
 */
public record KitAnswer(
        int status,
        Map<String, @Nullable String> headers,
        @Nullable JsonNode json,
        @Nullable String text,
        @Nullable Boolean empty) {

    public KitAnswer {
        headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("answer.status is missing or none");
        }
        if (Stream.of(json, text, empty).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("answer has one of json, text and empty");
        }
    }
}
