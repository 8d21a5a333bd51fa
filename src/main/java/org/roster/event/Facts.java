package org.roster.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A snapshot of an entity's members for the audit trail: plain values in a fixed order, no secrets. */
public final class Facts {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private Facts() {}

    public static Facts of(String name, @Nullable Object value) {
        return new Facts().and(name, value);
    }

    public Facts and(String name, @Nullable Object value) {
        members.put(name, plain(value));
        return this;
    }

    /** Adds a member only if it says something. */
    public Facts andIf(String name, @Nullable Object value) {
        return value == null || Boolean.FALSE.equals(value) || value instanceof Collection<?> all && all.isEmpty()
                ? this
                : and(name, value);
    }

    public Map<String, @Nullable Object> map() {
        return members;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Collection<?> all) {
            var texts = new TreeSet<String>();
            all.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof Map
                ? value
                : value.toString();
    }
}
