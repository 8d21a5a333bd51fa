package org.roster.contract.urac.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.input.Rule.Check;

/**
 * Reads a rule as {@link Takes} spells it: a type ({@code string integer number boolean object array any}) and, after it,
 * keywords in the order in which they are to be checked.
 *
 * <ul>
 *   <li>{@code enum[a,b]}, {@code /expression/}, {@code ^expression$} (a pattern that is a text), {@code fmt=email};
 *   <li>{@code minLength=}, {@code maxLength=}, {@code minItems=}, {@code maxItems=}, {@code unique};
 *   <li>{@code {name*: rule, name: rule}}, where {@code *} means required, {@code req[a,b]}, {@code closed} for no other
 *       members, {@code orText} for an object that may come as JSON text, {@code orTrue} for a text or true;
 *   <li>{@code of rule} for the elements of an array, {@code oneOf(rule | rule)}.
 * </ul>
 */
final class RuleReader {

    private final String text;
    private int at;

    private RuleReader(String text) {
        this.text = text;
    }

    static Rule read(String text) {
        var reader = new RuleReader(text);
        var rule = reader.rule(false);
        if (!reader.atEnd()) {
            throw reader.unreadable();
        }
        return rule;
    }

    private Rule rule(boolean required) {
        var draft = new Draft(word(), required);
        while (!atEnd() && ",}|)".indexOf(text.charAt(at)) < 0) {
            keyword(draft);
        }
        return draft.rule();
    }

    private void keyword(Draft draft) {
        switch (text.charAt(at)) {
            case '{' -> draft.members(members());
            case '/' -> draft.checks.add(Checks.pattern(Pattern.compile(between('/', '/')), "{}"));
            case '^' -> {
                var pattern = word();
                draft.checks.add(Checks.pattern(Pattern.compile(pattern), '"' + pattern.replace("\\", "\\\\") + '"'));
            }
            default -> named(draft, word());
        }
    }

    private void named(Draft draft, String word) {
        int equals = word.indexOf('=');
        var name = equals < 0 ? word : word.substring(0, equals);
        var value = equals < 0 ? "" : word.substring(equals + 1);
        switch (name) {
            case "enum" ->
                draft.checks.add(Checks.oneOf(List.of(between('[', ']').split(","))));
            case "req" ->
                draft.checks.add(Checks.requires(List.of(between('[', ']').split(","))));
            case "fmt" -> draft.checks.add(Checks.format(value));
            case "minLength", "minItems" -> draft.checks.add(Checks.minimum(Integer.parseInt(value)));
            case "maxLength", "maxItems" -> draft.checks.add(Checks.maximum(Integer.parseInt(value)));
            case "unique" -> draft.checks.add(Checks.unique());
            case "closed" -> draft.checks.add(Checks.closed(draft.members));
            case "orText" -> draft.orText = true;
            case "orTrue" -> draft.orTrue = true;
            case "of" -> draft.items(rule(false));
            case "oneOf" -> draft.checks.add(Checks.exactlyOne(alternatives()));
            default -> throw unreadable();
        }
    }

    private Map<String, Rule> members() {
        var members = new LinkedHashMap<String, Rule>();
        expect('{');
        while (text.charAt(at) != '}') {
            var name = word();
            boolean required = name.endsWith("*");
            expect(':');
            members.put(required ? name.substring(0, name.length() - 1) : name, rule(required));
            if (text.charAt(at) == ',') {
                expect(',');
            }
        }
        expect('}');
        return members;
    }

    private List<Rule> alternatives() {
        var rules = new ArrayList<Rule>();
        expect('(');
        rules.add(rule(false));
        while (text.charAt(at) == '|') {
            expect('|');
            rules.add(rule(false));
        }
        expect(')');
        return rules;
    }

    /** Everything up to a blank or a bracket that is not part of it. */
    private String word() {
        int from = at;
        boolean expression = text.charAt(at) == '^';
        while (at < text.length()
                && text.charAt(at) != ' '
                && (expression || "{}[](),:|".indexOf(text.charAt(at)) < 0)) {
            at++;
        }
        var word = text.substring(from, at);
        skip();
        return word;
    }

    private String between(char open, char close) {
        int end = text.indexOf(close, at + 1);
        if (text.charAt(at) != open || end < 0) {
            throw unreadable();
        }
        var inner = text.substring(at + 1, end);
        at = end + 1;
        skip();
        return inner;
    }

    private void expect(char character) {
        if (atEnd() || text.charAt(at) != character) {
            throw unreadable();
        }
        at++;
        skip();
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("at " + at + " of rule: " + text);
    }

    /** A rule that is being read. */
    private static final class Draft {

        private final String type;
        private final boolean required;
        private final List<Check> checks = new ArrayList<>();
        private final Map<String, Rule> members = new LinkedHashMap<>();
        private @Nullable Rule items;
        private boolean orText;
        private boolean orTrue;

        Draft(String type, boolean required) {
            this.type = type;
            this.required = required;
        }

        void members(Map<String, Rule> rules) {
            members.putAll(rules);
            checks.add(Checks.members(members));
        }

        void items(Rule rule) {
            items = rule;
            checks.add(Checks.items(rule));
        }

        Rule rule() {
            return new Rule(type, required, checks, members, items, orText, orTrue);
        }
    }
}
