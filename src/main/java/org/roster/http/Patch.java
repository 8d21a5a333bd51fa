package org.roster.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;

/**
 * A JSON merge patch (RFC 7396) as it is read member by member: a record could not tell an absent member from null.
 * Members that nobody has asked for are refused at the end.
 */
public final class Patch {

    private final JsonNode tree;
    private final Set<String> asked = new HashSet<>();

    private Patch(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws FailureException when the document is not an object */
    public static Patch of(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw new FailureException(Failure.of(Failure.Kind.MALFORMED, "the body must be a JSON object"));
        }
        return new Patch(tree);
    }

    public Field<String> text(String name) {
        return read(name, JsonNode::isTextual, "a text", JsonNode::textValue);
    }

    public Field<Boolean> flag(String name) {
        return read(name, JsonNode::isBoolean, "true or false", JsonNode::booleanValue);
    }

    public Field<Integer> number(String name) {
        return read(name, JsonNode::isInt, "a whole number", JsonNode::intValue);
    }

    public <E extends Enum<E>> Field<E> word(String name, Class<E> type) {
        return text(name).map(word -> {
            try {
                return Enum.valueOf(type, word);
            } catch (IllegalArgumentException e) {
                throw wrong(name, "one of " + List.of(type.getEnumConstants()));
            }
        });
    }

    public Field<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw wrong(name, "a time such as 2026-01-31T12:00:00Z");
            }
        });
    }

    public Field<List<String>> texts(String name) {
        return read(name, Patch::textsOnly, "a list of texts", node -> {
            var texts = new ArrayList<String>();
            node.forEach(element -> texts.add(element.textValue()));
            return List.copyOf(texts);
        });
    }

    public Field<Set<String>> words(String name) {
        return texts(name).map(LinkedHashSet::new);
    }

    /** A free-form object, merged into the present one member by member (RFC 7396 section 2). */
    public Field<Map<String, Object>> merged(String name, Map<String, Object> present) {
        return read(name, JsonNode::isObject, "an object", node -> merge(present, node));
    }

    /** @throws FailureException when the patch has a member that was never asked for */
    public void done() {
        tree.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                var shown = name.length() > 64 ? name.substring(0, 64) : name;
                throw new FailureException(
                        Failure.of(Failure.Kind.INVALID, shown, "is not a member that can be changed"));
            }
        });
    }

    private <T> Field<T> read(String name, Predicate<JsonNode> right, String what, Function<JsonNode, T> value) {
        asked.add(name);
        var node = tree.get(name);
        if (node == null) {
            return Field.absent();
        }
        if (node.isNull()) {
            return Field.of(null);
        }
        if (!right.test(node)) {
            throw wrong(name, what);
        }
        return Field.of(value.apply(node));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merge(Map<String, Object> present, JsonNode patch) {
        var merged = new LinkedHashMap<>(present);
        patch.properties().forEach(member -> {
            var name = member.getKey();
            var node = member.getValue();
            if (node.isNull()) {
                merged.remove(name);
            } else if (node.isObject()) {
                var below = merged.get(name) instanceof Map<?, ?> map
                        ? (Map<String, Object>) map
                        : Map.<String, Object>of();
                merged.put(name, merge(below, node));
            } else {
                merged.put(name, plain(node));
            }
        });
        return merged;
    }

    private static Object plain(JsonNode node) {
        try {
            return Json.MAPPER.treeToValue(node, Object.class);
        } catch (JsonProcessingException e) {
            throw new FailureException(Failure.of(Failure.Kind.MALFORMED, "the body has a value of the wrong type"));
        }
    }

    private static boolean textsOnly(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static FailureException wrong(String name, String what) {
        return new FailureException(Failure.invalid(List.of(new Failure.Violation(name, "must be " + what))));
    }
}
