package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.roster.http.Json;

/** Values that came through the mask, by name and with their types. A field that was not given is null. */
public final class Taken {

    private final ObjectNode values;

    Taken(ObjectNode values) {
        this.values = values;
    }

    public boolean has(String name) {
        return values.hasNonNull(name);
    }

    /** A text that the mask demands or has a default for. */
    public String text(String name) {
        return required(name).asText();
    }

    public @Nullable String textOrNull(String name) {
        var value = values.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** A whole number that the mask has a default for, brought within bounds. */
    public int number(String name, int least, int most) {
        return (int) Math.max(least, Math.min(most, required(name).asLong()));
    }

    public boolean flag(String name) {
        return values.path(name).asBoolean(false);
    }

    public @Nullable Boolean flagOrNull(String name) {
        var value = values.get(name);
        return value == null || !value.isBoolean() ? null : value.booleanValue();
    }

    /** The texts of a list, without repetition and in their order; empty where there is none. */
    public Set<String> texts(String name) {
        var texts = new LinkedHashSet<String>();
        values.path(name).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** An object as it is to be kept. */
    public @Nullable Map<String, Object> map(String name) {
        var value = values.get(name);
        return value instanceof ObjectNode object ? plain(object) : null;
    }

    /** An object whose members the mask knows. */
    public @Nullable Taken part(String name) {
        var value = values.get(name);
        return value instanceof ObjectNode object ? new Taken(object) : null;
    }

    /** The objects of a list. */
    public List<Taken> parts(String name) {
        return StreamSupport.stream(values.path(name).spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(one -> new Taken((ObjectNode) one))
                .toList();
    }

    @Override
    public String toString() {
        return "Taken"; // never the values: a password may be among them
    }

    private JsonNode required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the mask does not demand " + name);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(ObjectNode object) {
        return Json.MAPPER.convertValue(object, LinkedHashMap.class);
    }
}
