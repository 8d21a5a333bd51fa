package org.roster.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Free-form members are JSON text in a {@code longtext} column, the same on every database. */
@Converter
public class JsonConverter implements AttributeConverter<@Nullable Map<String, Object>, @Nullable String> {

    /** What a value is beside its text. */
    private static final int NODE = 8;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Object> members) {
        return members == null || members.isEmpty() ? null : write(members);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(@Nullable String text) {
        return read(text);
    }

    /** The members of JSON text; none where there is no text. */
    public static Map<String, Object> read(@Nullable String text) {
        if (text == null) {
            return new LinkedHashMap<>();
        }
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column holds something else", e);
        }
    }

    /** About how many bytes members are as text, for whoever must know before making it. */
    public static long weight(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .mapToLong(one -> NODE + weight(one.getKey()) + weight(one.getValue()))
                    .sum();
        }
        return value instanceof Collection<?> list
                ? list.stream().mapToLong(one -> NODE + weight(one)).sum()
                : NODE;
    }

    /** JSON text of plain values: texts, numbers, booleans, null, maps and lists of these. */
    public static String write(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("plain values only", e);
        }
    }
}
