package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * Makes the type that a rule asks for out of what an address or a form can carry, which is text only. Numbers are read as
 * JavaScript's {@code parseInt} does, and whatever is not {@code true} is false, as in the original. What cannot be made
 * into the type stays as it is, for the rule to find.
 */
final class Cast {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?\\d{1,15}).*", Pattern.DOTALL);

    private Cast() {}

    static JsonNode to(Rule rule, JsonNode value) {
        return switch (rule.type) {
            case "string" -> value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value;
            case "integer", "number" -> number(value);
            case "boolean" ->
                value.isTextual() ? BooleanNode.valueOf(value.textValue().equals("true")) : value;
            case "array" -> array(rule, value);
            case "object" -> object(rule, value);
            default -> value;
        };
    }

    private static JsonNode number(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        var read = WHOLE.matcher(value.textValue());
        if (!read.matches()) {
            return value;
        }
        long whole = Long.parseLong(read.group(1));
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }

    /** One text is a list with commas, or of one element; the original falls over the latter. */
    private static JsonNode array(Rule rule, JsonNode value) {
        ArrayNode array = NODES.arrayNode();
        if (value.isTextual()) {
            if (!value.textValue().isEmpty()) {
                for (String one : value.textValue().split(",", -1)) {
                    array.add(one);
                }
            }
        } else if (value.isArray()) {
            array.addAll((ArrayNode) value);
        } else {
            return value;
        }
        for (int i = 0; rule.items != null && i < array.size(); i++) {
            array.set(i, to(rule.items, array.get(i)));
        }
        return array;
    }

    private static JsonNode object(Rule rule, JsonNode value) {
        if (!(value instanceof ObjectNode given)) {
            return value;
        }
        var object = NODES.objectNode();
        given.properties().forEach(member -> {
            var below = rule.members.get(member.getKey());
            object.set(member.getKey(), below == null ? member.getValue() : to(below, member.getValue()));
        });
        return object;
    }
}
