package org.roster.contract.urac.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Json;

/** The fields of one endpoint, and what is said of a request that does not fit them. */
final class Mask {

    /** Where a field can come from. */
    enum Source {
        QUERY,
        BODY;

        static Source of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    private final List<Field> fields;

    private Mask(List<Field> fields) {
        this.fields = fields;
    }

    static Mask of(Takes takes) {
        return new Mask(Arrays.stream(takes.value()).map(Field::of).toList());
    }

    List<Field> fields() {
        return fields;
    }

    /**
     * What the mask lets through. Everything that it has no field for is passed over.
     *
     * @param json whether the body is JSON, whose values have types already
     * @throws FailureException for what is missing and what does not fit, each said once for all fields
     */
    ObjectNode apply(ObjectNode query, ObjectNode body, boolean json) {
        var taken = JsonNodeFactory.instance.objectNode();
        var missing = new ArrayList<String>();
        var invalid = new StringBuilder();
        for (Field field : fields) {
            var given = field.in(query, body);
            if (given != null) {
                var value = read(field, given, json && !field.fromQuery());
                check(field, value, invalid);
                taken.set(field.name(), value);
            } else if (field.fallback() != null) {
                taken.set(field.name(), field.fallback());
            } else if (field.required()) {
                missing.add(field.name());
            }
        }
        refuse(missing, invalid);
        return taken;
    }

    private static JsonNode read(Field field, JsonNode given, boolean typed) {
        var value = typed ? given : Cast.to(field.rule(), given);
        return field.rule().orText && value.isTextual() ? objectIn(value) : value;
    }

    /** The object that a text spells, or the text. */
    private static JsonNode objectIn(JsonNode text) {
        try {
            var tree = Json.MAPPER.readTree(text.textValue());
            return tree != null && tree.isObject() ? tree : text;
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** The first field that does not fit is told of in full, the others by name. */
    private static void check(Field field, JsonNode value, StringBuilder invalid) {
        var faults = new ArrayList<String>();
        field.rule().validate(value, "instance", faults);
        if (faults.isEmpty()) {
            return;
        }
        if (!invalid.isEmpty()) {
            invalid.append(", ").append(field.name());
            return;
        }
        invalid.append("Validation failed for field: ").append(field.name());
        faults.forEach(fault -> invalid.append(" -> The parameter '")
                .append(field.name())
                .append("' failed due to: ")
                .append(fault));
    }

    private static void refuse(List<String> missing, StringBuilder invalid) {
        var violations = new ArrayList<Failure.Violation>();
        if (!missing.isEmpty()) {
            violations.add(new Failure.Violation("172", "Missing required field: " + String.join(", ", missing)));
        }
        if (!invalid.isEmpty()) {
            violations.add(new Failure.Violation("173", invalid.toString()));
        }
        if (!violations.isEmpty()) {
            throw new FailureException(Failure.invalid(violations));
        }
    }
}
