package org.roster.contract.econtext;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Json;
import org.roster.system.Ids;

/**
 * A request's body, looked at member by member, each in its turn and with words of its own, as the original does. Members
 * that nobody asks for are passed over.
 */
public final class EcontextBody {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonNode tree;

    private EcontextBody(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws FailureException when there is no object */
    public static EcontextBody of(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw new FailureException(Failure.of(Failure.Kind.MALFORMED, "expecting a JSON object"));
        }
        return new EcontextBody(tree);
    }

    public boolean has(String name) {
        return tree.has(name);
    }

    /** Whether a member is what Python takes for false: not there, null, false, zero, or empty. */
    public boolean empty(String name) {
        var node = tree.get(name);
        return node == null
                || node.isNull()
                || node.isContainerNode() && node.isEmpty()
                || node.isValueNode() && (node.asText().isEmpty() || !node.asBoolean(true));
    }

    /** Members that must be there and not null; the first one that is not is named. */
    public void demand(String... names) {
        for (String name : names) {
            if (!tree.hasNonNull(name)) {
                throw EcontextRefusal.missing(name);
            }
        }
    }

    /** A text, or null; a wrong type is answered with a message of the member's own. */
    public @Nullable String text(String name, String wrong) {
        var node = tree.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw EcontextRefusal.invalid(name, wrong);
        }
        return node.textValue();
    }

    public @Nullable String text(String name) {
        return text(name, "Expecting a string");
    }

    /** A text without the white space around it; null when nothing is left. */
    public @Nullable String stripped(String name) {
        var text = text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** An id as text, whatever it is: what is no id is not found. */
    public String identifier(String name) {
        return plain(tree.path(name));
    }

    /** What is called by a name: it must be there and not blank. */
    public String name() {
        var name = stripped("name");
        if (name == null) {
            throw EcontextRefusal.missing("name");
        }
        return name;
    }

    /** A new text, also null, where the member is given. */
    public Field<String> field(String name) {
        return has(name) ? Field.of(text(name)) : Field.absent();
    }

    /** A new name where one is given. */
    public Field<String> newName() {
        return has("name") ? Field.of(name()) : Field.absent();
    }

    /** Free-form data: an object with something in it. Everything else is none, as in the original. */
    public Map<String, Object> customData() {
        var node = tree.get("custom_data");
        return node != null && node.isObject() ? Json.MAPPER.convertValue(node, OBJECT) : Map.of();
    }

    public Field<Map<String, Object>> newCustomData() {
        return has("custom_data") ? Field.of(customData()) : Field.absent();
    }

    /** The id that something made elsewhere is to keep, or null. */
    public @Nullable UUID id() {
        var id = stripped("id");
        return id == null
                ? null
                : Ids.parse(id).orElseThrow(() -> EcontextRefusal.invalid("id", "Expecting a UUID of 36 characters"));
    }

    /** One of the words for a status, in any letter case. */
    public Optional<EcontextStatus> status(EcontextStatus... words) {
        var given = text("status");
        if (given == null) {
            return Optional.empty();
        }
        for (EcontextStatus word : words) {
            if (word.name().equals(given.toUpperCase(Locale.ROOT))) {
                return Optional.of(word);
            }
        }
        throw EcontextRefusal.invalid("status", "Expecting one of " + List.of(words));
    }

    /** The elements of a list of ids as texts, whatever they are: what is no id is not found. */
    public List<String> ids(String name, String wrong) {
        var node = tree.get(name);
        if (node == null || !node.isArray()) {
            throw EcontextRefusal.invalid(name, wrong);
        }
        var ids = new ArrayList<String>();
        node.forEach(element -> ids.add(plain(element)));
        return ids;
    }

    private static String plain(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
