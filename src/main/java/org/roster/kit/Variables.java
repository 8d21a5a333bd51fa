package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands for <code>{{name}}</code>: what was given from outside, and what earlier exchanges saved. Two are always
 * there: {@code run}, fresh for each run, and {@code base}, the address that is verified.
 */
public final class Variables {

    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]*)}}");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "23456789";
    private static final int RUN_LENGTH = 8;

    private final Map<String, JsonNode> values = new HashMap<>();

    /** The variables of a run that begins now. */
    public static Variables of(URI base, Map<String, String> given) {
        var variables = new Variables();
        variables.put("run", TextNode.valueOf(freshRun()));
        variables.put("base", TextNode.valueOf(base.toString()));
        given.forEach((name, value) -> variables.put(name, TextNode.valueOf(value)));
        return variables;
    }

    /** Letters and digits, a letter first, so that it can stand in every kind of name. */
    private static String freshRun() {
        var random = new SecureRandom();
        var run = new StringBuilder().append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        while (run.length() < RUN_LENGTH) {
            run.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return run.toString();
    }

    /** The names of the variables that a text uses. */
    static Set<String> namesIn(String text) {
        var names = new TreeSet<String>();
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    /** Those of the names that have no value, sorted. */
    Set<String> missing(Set<String> names) {
        var missing = new TreeSet<>(names);
        missing.removeAll(values.keySet());
        return missing;
    }

    String fill(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /** In an address a value is percent-encoded, but for the characters that a path may hold as they are. */
    String fillPath(String path) {
        return fill(path, Variables::encode);
    }

    private String fill(String text, UnaryOperator<String> form) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        form.apply(value(found.group(1)).asText())));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%40", "@")
                .replace("%3A", ":");
    }

    /** A text that is one variable and nothing else becomes its value, whatever it is: a number stays a number. */
    JsonNode fill(JsonNode tree) {
        if (tree.isTextual()) {
            return whole(tree.asText()).map(this::value).orElseGet(() -> TextNode.valueOf(fill(tree.asText())));
        }
        if (tree.isArray()) {
            var filled = JsonNodeFactory.instance.arrayNode();
            tree.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        if (tree.isObject()) {
            var filled = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(member -> filled.set(fill(member.getKey()), fill(member.getValue())));
            return filled;
        }
        return tree;
    }

    private static Optional<String> whole(String text) {
        var matcher = NAME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private JsonNode value(String name) {
        @Nullable JsonNode value = values.get(name);
        if (value == null) {
            throw new KitException("{{" + name + "}} has no value");
        }
        return value;
    }
}
