package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Limits;
import org.roster.http.StrictBody;

/**
 * A query or a form as a tree, as Node's <em>qs</em> reads it: {@code pin[code]=1}, {@code groups[]=A}, {@code
 * groups[0]=A}, and a name that comes more than once is a list.
 */
public final class FormTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern PLACE = Pattern.compile("\\d{1,3}");
    private static final int MAX_DEPTH = 6;

    private FormTree() {}

    /** @throws FailureException {@link Failure.Kind#MALFORMED} for bytes that spell no text, and for too many fields */
    public static ObjectNode read(String encoded) {
        var pairs = encoded.split("&", Limits.JSON_ARRAY_LENGTH + 1);
        if (pairs.length > Limits.JSON_ARRAY_LENGTH) {
            throw malformed("there are more than " + Limits.JSON_ARRAY_LENGTH + " fields");
        }
        var root = NODES.objectNode();
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, steps(name), decode(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        root.properties().forEach(member -> member.setValue(withLists(member.getValue())));
        return root;
    }

    /** {@code a[b][]} is a, b and the next free place. A name whose brackets do not match is taken as it is. */
    private static List<String> steps(String name) {
        int bracket = name.indexOf('[');
        if (bracket <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        var inner = name.substring(bracket + 1, name.length() - 1).split("]\\[", MAX_DEPTH);
        var steps = new ArrayList<>(List.of(name.substring(0, bracket)));
        steps.addAll(Arrays.asList(inner));
        return inner.length == MAX_DEPTH ? List.of(name) : steps;
    }

    private static void put(ObjectNode below, List<String> steps, String value) {
        var name = steps.get(0).isEmpty() ? String.valueOf(below.size()) : steps.get(0);
        var present = below.get(name);
        if (steps.size() > 1) {
            put(asObject(below, name, present), steps.subList(1, steps.size()), value);
        } else if (present == null) {
            below.set(name, TextNode.valueOf(value));
        } else {
            put(asObject(below, name, present), List.of(""), value);
        }
    }

    /** What stands at a name, with room for more: a text becomes the first of a list. */
    private static ObjectNode asObject(ObjectNode below, String name, @Nullable JsonNode present) {
        if (present instanceof ObjectNode object) {
            return object;
        }
        var object = below.putObject(name);
        if (present != null) {
            object.set("0", present);
        }
        return object;
    }

    /** Objects all of whose members are places are lists. */
    private static JsonNode withLists(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        object.properties().forEach(member -> member.setValue(withLists(member.getValue())));
        var places = new TreeMap<Integer, JsonNode>();
        for (var member : object.properties()) {
            if (!PLACE.matcher(member.getKey()).matches()) {
                return object;
            }
            places.put(Integer.valueOf(member.getKey()), member.getValue());
        }
        ArrayNode list = NODES.arrayNode();
        return list.addAll(places.values());
    }

    private static String decode(String encoded) {
        try {
            var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            // The decoder makes U+FFFD of what is not UTF-8: two spellings in bytes must not become one text.
            if (!StrictBody.whole(text) || text.indexOf('\uFFFD') >= 0) {
                throw malformed("a field is not text in UTF-8");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw malformed("a field is not encoded as it should be");
        }
    }

    private static FailureException malformed(String detail) {
        return new FailureException(Failure.of(Failure.Kind.MALFORMED, detail));
    }
}
