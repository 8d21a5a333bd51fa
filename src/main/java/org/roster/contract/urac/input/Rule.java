package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a value: a JSON schema of the sort that the original's are, with its checks in the order in which
 * that schema names them, which is the order of the texts.
 */
final class Rule {

    /** More faults than this are not told of one field. */
    private static final int MAX_FAULTS = 20;

    /** One keyword of a schema. */
    interface Check {

        /** Adds to the faults of a value that stands at a place. */
        void apply(JsonNode value, String at, List<String> faults);

        /** The same keyword in the published document. */
        default void describe(Schema schema) {}

        /** This check with a word about it for the published document. */
        default Check said(Consumer<Schema> description) {
            var check = this;
            return new Check() {
                @Override
                public void apply(JsonNode value, String at, List<String> faults) {
                    check.apply(value, at, faults);
                }

                @Override
                public void describe(Schema schema) {
                    description.accept(schema);
                }
            };
        }
    }

    final String type;
    final boolean required;
    final List<Check> checks;
    final Map<String, Rule> members;
    final @Nullable Rule items;

    /** Whether a text that is a JSON object is taken for the object. */
    final boolean orText;

    /** Whether true is taken in the place of a text. */
    final boolean orTrue;

    Rule(
            String type,
            boolean required,
            List<Check> checks,
            Map<String, Rule> members,
            @Nullable Rule items,
            boolean orText,
            boolean orTrue) {
        this.type = type;
        this.required = required;
        this.checks = List.copyOf(checks);
        this.members = new LinkedHashMap<>(members);
        this.items = items;
        this.orText = orText;
        this.orTrue = orTrue;
    }

    /** Adds what is wrong with a value; null is a value that is not there. */
    void validate(@Nullable JsonNode value, String at, List<String> faults) {
        if (value == null) {
            if (required) {
                faults.add(at + " is required");
            }
            return;
        }
        if (!ofType(value)) {
            faults.add(at + " is not of a type(s) " + type);
        }
        for (Check check : checks) {
            if (faults.size() < MAX_FAULTS) {
                check.apply(value, at, faults);
            }
        }
    }

    /** The rule as the published document shows it. */
    Schema schema() {
        var schema = OASFactory.createSchema();
        if (!type.equals("any")) {
            schema.addType(SchemaType.valueOf(type.toUpperCase(Locale.ROOT)));
        }
        checks.forEach(check -> check.describe(schema));
        return schema;
    }

    /** Whether a value has the type, which is what the original calls it. */
    boolean ofType(JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual() || orTrue && value.isBoolean() && value.booleanValue();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject() || orText && value.isTextual();
            case "array" -> value.isArray();
            default -> true;
        };
    }
}
