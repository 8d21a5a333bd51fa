package org.roster.contract.amani;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Form;
import org.roster.http.Json;
import org.roster.system.Ids;

/**
 * The body of a request, read member by member as a serializer of Django REST framework does: everything that is wrong
 * is found before anything is said, each fault under its member's name, in that framework's words. Members that nobody
 * asks for are passed over.
 */
public final class AmaniBody {

    static final String WHOLE = "non_field_errors";

    private static final String REQUIRED = "This field is required.";
    private static final String NULL = "This field may not be null.";
    private static final String BLANK = "This field may not be blank.";

    private static final Set<String> YES = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("f", "n", "no", "false", "off", "0");

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final ObjectNode members;
    private final boolean form;
    private final List<Failure.Violation> faults = new ArrayList<>();

    private AmaniBody(ObjectNode members, boolean form) {
        this.members = members;
        this.form = form;
    }

    /** @throws FailureException when the document is not an object */
    static AmaniBody of(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return new AmaniBody(object, false);
        }
        throw invalid(
                WHOLE,
                tree.isNull()
                        ? "No data provided"
                        : "Invalid data. Expected a dictionary, but got " + AmaniType.of(tree) + '.');
    }

    /** A form: each member is a list of texts, of which the last counts where one is wanted. */
    static AmaniBody of(Form form) {
        var members = JsonNodeFactory.instance.objectNode();
        form.values().forEach((name, values) -> values.forEach(members.putArray(name)::add));
        return new AmaniBody(members, true);
    }

    /** Notes that a member is missing, unless it is there. */
    public void require(String name) {
        if (!members.has(name)) {
            refuse(name, REQUIRED);
        }
    }

    /** A text; numbers are taken for what they look like, as the framework does. */
    public Field<String> text(String name, AmaniText rule) {
        var node = one(name);
        if (node == null) {
            return Field.absent();
        }
        if (node.isNull()) {
            return rule.nullable() ? Field.of(null) : fault(name, NULL);
        }
        if (!node.isTextual() && !node.isNumber()) {
            return fault(name, "Not a valid string.");
        }
        var text = rule.trimmed() ? node.asText().strip() : node.asText();
        if (text.isEmpty()) {
            return rule.blank() ? Field.of(text) : fault(name, BLANK);
        }
        rule.faults(text).forEach(message -> refuse(name, message));
        return Field.of(text);
    }

    /** True or false, or one of the words and numbers that stand for them. */
    public Field<Boolean> flag(String name) {
        var node = one(name);
        if (node == null) {
            return Field.absent();
        }
        if (node.isNull()) {
            return fault(name, NULL);
        }
        var word = node.asText().strip().toLowerCase(Locale.ROOT); // empty for an object or array
        if (YES.contains(word)) {
            return Field.of(true);
        }
        return NO.contains(word) ? Field.of(false) : fault(name, "Must be a valid boolean.");
    }

    /** A time in seconds since 1970, or null. */
    public Field<Instant> time(String name) {
        var node = one(name);
        if (node == null || node.isNull()) {
            return node == null ? Field.absent() : Field.of(null);
        }
        var text = node.isIntegralNumber() || node.isTextual() ? node.asText().strip() : "";
        if (!text.matches("-?[0-9]{1,18}")) {
            return fault(name, "A valid integer is required.");
        }
        long seconds = Long.parseLong(text);
        return seconds > LATEST
                ? fault(name, "Ensure this value is less than or equal to " + LATEST + '.')
                : Field.of(Instant.ofEpochSecond(Math.max(0, seconds)));
    }

    /** The id of something, or null. */
    public Field<UUID> id(String name) {
        var node = one(name);
        if (node == null || node.isNull()) {
            return node == null ? Field.absent() : Field.of(null);
        }
        if (!node.isTextual()) {
            return fault(name, "Incorrect type. Expected pk value, received " + AmaniType.of(node) + '.');
        }
        var id = Ids.parse(node.textValue());
        return id.isPresent() ? Field.of(id.get()) : fault(name, "“" + node.textValue() + "” is not a valid UUID.");
    }

    /** A list, whatever is in it. */
    public Field<List<JsonNode>> list(String name) {
        var node = members.get(name);
        if (node == null) {
            return Field.absent();
        }
        if (node.isNull()) {
            return fault(name, NULL);
        }
        if (!node.isArray()) {
            return fault(name, "Expected a list of items but got type \"" + AmaniType.of(node) + "\".");
        }
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return Field.of(items);
    }

    /** A list of texts. */
    public Field<List<String>> texts(String name) {
        return list(name).map(items -> {
            var texts = new ArrayList<String>();
            for (JsonNode item : items) {
                if (!item.isTextual()) {
                    refuse(name, item.isNull() ? NULL : "Invalid value.");
                    break;
                }
                texts.add(item.textValue());
            }
            return texts;
        });
    }

    /** A free-form object. */
    public Field<Map<String, Object>> object(String name) {
        var node = one(name);
        if (node == null) {
            return Field.absent();
        }
        if (node.isNull()) {
            return fault(name, NULL);
        }
        return node.isObject()
                ? Field.of(Json.MAPPER.convertValue(node, OBJECT))
                : fault(name, "Expected a dictionary of items but got type \"" + AmaniType.of(node) + "\".");
    }

    /** Notes that something is wrong with a member. */
    public void refuse(String name, String message) {
        faults.add(new Failure.Violation(name, message));
    }

    /** @throws FailureException when something is wrong with what was read */
    public void done() {
        if (!faults.isEmpty()) {
            throw new FailureException(Failure.invalid(List.copyOf(faults)));
        }
    }

    /** What is said of a member that names something that is not there. */
    public static FailureException unknown(String name, @Nullable UUID id) {
        return invalid(name, "Invalid pk \"" + id + "\" - object does not exist.");
    }

    static FailureException invalid(String name, String message) {
        return new FailureException(Failure.invalid(List.of(new Failure.Violation(name, message))));
    }

    private @Nullable JsonNode one(String name) {
        var node = members.get(name);
        return form && node != null ? node.get(node.size() - 1) : node;
    }

    private <T> Field<T> fault(String name, String message) {
        refuse(name, message);
        return Field.absent();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public String toString() {
        return "AmaniBody" + names(); // never the values: one may be a password
    }
}
