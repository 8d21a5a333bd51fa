package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.roster.constraint.Names;
import org.roster.contract.urac.input.Rule.Check;
import org.roster.http.Json;

/** The keywords of JSON schema that the original's schemas use, with the texts of the library that it validates with. */
final class Checks {

    private static final Pattern ALPHANUMERIC = Pattern.compile("[a-zA-Z0-9]+");

    private Checks() {}

    static Check oneOf(List<String> words) {
        Check check = (value, at, faults) -> {
            if (!value.isTextual() || !words.contains(value.textValue())) {
                faults.add(at + " is not one of enum values: " + String.join(",", words));
            }
        };
        return check.said(schema -> words.forEach(schema::addEnumeration));
    }

    /** @param shown how the library prints the pattern: a regular expression as an empty object, a text as it is */
    static Check pattern(Pattern pattern, String shown) {
        Check check = (value, at, faults) -> {
            if (value.isTextual() && !pattern.matcher(value.textValue()).find()) {
                faults.add(at + " does not match pattern " + shown);
            }
        };
        return check.said(schema -> schema.setPattern(pattern.pattern()));
    }

    /** An e-mail address is judged as the directory judges it, so that a better one is asked for in the same words. */
    static Check format(String format) {
        Check check = (value, at, faults) -> {
            var good = !value.isTextual()
                    || switch (format) {
                        case "email" -> Names.faultOfEmail(value.textValue()).isEmpty();
                        case "alphanumeric" ->
                            ALPHANUMERIC.matcher(value.textValue()).matches();
                        default -> throw new IllegalArgumentException("no format " + format);
                    };
            if (!good) {
                faults.add(at + " does not conform to the " + quoted(format) + " format");
            }
        };
        return check.said(schema -> schema.setFormat(format));
    }

    static Check minimum(int least) {
        Check check = (value, at, faults) -> {
            if (length(value) >= 0 && length(value) < least) {
                faults.add(at + " does not meet minimum length of " + least);
            }
        };
        return check.said(schema -> bound(schema, least, true));
    }

    static Check maximum(int most) {
        Check check = (value, at, faults) -> {
            if (length(value) > most) {
                faults.add(at + " does not meet maximum length of " + most);
            }
        };
        return check.said(schema -> bound(schema, most, false));
    }

    static Check unique() {
        Check check = (value, at, faults) -> {
            var seen = new HashSet<JsonNode>();
            if (value.isArray()) {
                for (JsonNode one : value) {
                    if (!seen.add(one)) {
                        faults.add(at + " contains duplicate item");
                        return;
                    }
                }
            }
        };
        return check.said(schema -> schema.setUniqueItems(true));
    }

    /** Members that must be there, named by the object's own schema. */
    static Check requires(List<String> names) {
        Check check = (value, at, faults) -> names.stream()
                .filter(name -> value.isObject() && !value.has(name))
                .forEach(name -> faults.add(at + " requires property " + quoted(name)));
        return check.said(schema -> names.forEach(schema::addRequired));
    }

    static Check members(Map<String, Rule> rules) {
        Check check = (value, at, faults) -> {
            if (value.isObject()) {
                rules.forEach((name, rule) -> rule.validate(value.get(name), at + suffix(name), faults));
            }
        };
        return check.said(schema -> rules.forEach((name, rule) -> {
            schema.addProperty(name, rule.schema());
            if (rule.required) {
                schema.addRequired(name);
            }
        }));
    }

    static Check closed(Map<String, Rule> rules) {
        Check check = (value, at, faults) -> value.fieldNames().forEachRemaining(name -> {
            if (!rules.containsKey(name)) {
                faults.add(at + " additionalProperty " + quoted(name) + " exists in instance when not allowed");
            }
        });
        return check.said(schema -> schema.setAdditionalPropertiesBoolean(false));
    }

    static Check items(Rule rule) {
        Check check = (value, at, faults) -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                rule.validate(value.get(i), at + '[' + i + ']', faults);
            }
        };
        return check.said(schema -> schema.setItems(rule.schema()));
    }

    static Check exactlyOne(List<Rule> rules) {
        Check check = (value, at, faults) -> {
            long good = rules.stream().filter(rule -> faultless(rule, value)).count();
            if (good != 1) {
                var named = new ArrayList<String>();
                for (int i = 0; i < rules.size(); i++) {
                    named.add("[subschema " + i + ']');
                }
                faults.add(at + " is not exactly one from " + String.join(",", named));
            }
        };
        return check.said(schema -> rules.forEach(rule -> schema.addOneOf(rule.schema())));
    }

    private static void bound(Schema schema, int length, boolean least) {
        boolean array = schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
        if (array && least) {
            schema.setMinItems(length);
        } else if (array) {
            schema.setMaxItems(length);
        } else if (least) {
            schema.setMinLength(length);
        } else {
            schema.setMaxLength(length);
        }
    }

    private static boolean faultless(Rule rule, JsonNode value) {
        var faults = new ArrayList<String>();
        rule.validate(value, "instance", faults);
        return faults.isEmpty();
    }

    /** The length of a text or an array; -1 for what has none. */
    private static int length(JsonNode value) {
        return value.isTextual() ? value.textValue().length() : value.isArray() ? value.size() : -1;
    }

    private static String suffix(String name) {
        return '.' + name;
    }

    private static String quoted(String text) {
        return Json.MAPPER.getNodeFactory().textNode(text).toString();
    }
}
