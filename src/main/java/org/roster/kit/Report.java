package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words outcomes for people. What was given from outside is shown by its name, and what looks like a secret not at all: a
 * report is passed around.
 */
public final class Report {

    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(password|secret|token|authorization|cookie|jwt|key|pin|access|refresh).*");
    private static final Pattern JWT = Pattern.compile("[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}");
    private static final int SECRET_LENGTH = 12;
    private static final int SHOWN_LENGTH = 300;

    private final Kit kit;
    private final Map<String, String> given;

    public Report(Kit kit, Map<String, String> given) {
        this.kit = kit;
        this.given = Map.copyOf(given);
    }

    /** One line, and one more for each difference. */
    public List<String> lines(Outcome outcome) {
        var exchange = outcome.exchange();
        var first = "%-8s %s/%s: %s"
                .formatted(
                        outcome.verdict().name().toLowerCase(Locale.ROOT),
                        kit.contract(),
                        exchange.name(),
                        exchange.title());
        return switch (outcome.verdict()) {
            case OK -> List.of(first);
            case SKIPPED ->
                List.of(first + " (needs "
                        + outcome.missing().stream().map(this::origin).collect(Collectors.joining(", ")) + ")");
            case DEPARTS ->
                Stream.concat(Stream.of(first), outcome.differences().stream().map(this::line))
                        .toList();
        };
    }

    /** Where a variable would have come from. */
    private String origin(String name) {
        return kit.exchanges().stream()
                .filter(exchange -> exchange.save().containsKey(name))
                .findFirst()
                .map(exchange -> name + " of " + exchange.name())
                .orElse("--set " + name + "=...");
    }

    private String line(Difference difference) {
        return "         " + (difference.at().isEmpty() ? "body" : difference.at()) + ": expected "
                + shown(difference.at(), difference.expected()) + ", got " + shown(difference.at(), difference.got());
    }

    private String shown(String at, JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        var text = hidden(at, value).toString();
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
    }

    /** A placeholder is no secret, and neither is a word. */
    private JsonNode hidden(String at, JsonNode value) {
        if (value.isTextual()) {
            var text = value.asText();
            var name = at.toLowerCase(Locale.ROOT);
            boolean secret = SECRET_NAME.matcher(name).matches()
                    && text.length() >= SECRET_LENGTH
                    && !Placeholder.IN_TEXT.matcher(text).find();
            return TextNode.valueOf(
                    secret
                            ? "(hidden, " + text.length() + " characters)"
                            : byName(JWT.matcher(text).replaceAll("(hidden)")));
        }
        if (value.isObject()) {
            var shown = KitFiles.JSON.createObjectNode();
            value.properties()
                    .forEach(member -> shown.set(member.getKey(), hidden(member.getKey(), member.getValue())));
            return shown;
        }
        if (value.isArray()) {
            var shown = KitFiles.JSON.createArrayNode();
            value.forEach(element -> shown.add(hidden(at, element)));
            return shown;
        }
        return value;
    }

    /** Longer values first: one may hold another. */
    private String byName(String text) {
        var shown = text;
        for (var variable : given.entrySet().stream()
                .filter(one -> one.getValue().length() >= SECRET_LENGTH / 2)
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> one) -> -one.getValue().length()))
                .toList()) {
            shown = shown.replace(variable.getValue(), "{{" + variable.getKey() + "}}");
        }
        return shown;
    }
}
