package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of an expectation, in which placeholders may stand. */
final class Expected {

    private static final String BEGINS_WITH = "*";

    private final String text;

    private Expected(String text) {
        this.text = text;
    }

    static Expected text(String text) {
        return new Expected(text);
    }

    /** Whether a JSON value is what is expected; a placeholder that is the whole text looks at the type too. */
    boolean matches(JsonNode value) {
        var one = Placeholder.IN_TEXT.matcher(text);
        if (one.matches()) {
            var placeholder = Placeholder.named(one.group(1));
            if (placeholder.isPresent()) {
                return placeholder.get().matches(value) || one.group(2) != null && value.isNull();
            }
        }
        return value.isTextual() && matches(value.asText());
    }

    boolean matches(String value) {
        return value.equals(text)
                || Pattern.compile(pattern(), Pattern.DOTALL).matcher(value).matches();
    }

    /** The same, but an asterisk at the end says that the value only begins so. */
    boolean matchesHeader(String value) {
        if (!text.endsWith(BEGINS_WITH)) {
            return matches(value);
        }
        var beginning = new Expected(text.substring(0, text.length() - 1));
        return Pattern.compile(beginning.pattern() + ".*", Pattern.DOTALL)
                .matcher(value)
                .matches();
    }

    /** The text with a sample in each place; a placeholder that is the whole text gives a sample of its type. */
    JsonNode sample() {
        var one = Placeholder.IN_TEXT.matcher(text);
        if (one.matches()) {
            var placeholder = Placeholder.named(one.group(1));
            if (placeholder.isPresent()) {
                return one.group(2) == null ? placeholder.get().sample() : NullNode.getInstance();
            }
        }
        return TextNode.valueOf(
                replace(literal -> literal, found -> found.sample().asText()));
    }

    private String pattern() {
        return replace(Pattern::quote, Placeholder::pattern);
    }

    private String replace(Function<String, String> ofLiteral, Function<Placeholder, String> ofPlaceholder) {
        var result = new StringBuilder();
        int from = 0;
        Matcher matcher = Placeholder.IN_TEXT.matcher(text);
        while (matcher.find()) {
            var placeholder = Placeholder.named(matcher.group(1));
            if (placeholder.isPresent()) {
                result.append(ofLiteral.apply(text.substring(from, matcher.start())));
                result.append(ofPlaceholder.apply(placeholder.get()));
                from = matcher.end();
            }
        }
        return result.append(ofLiteral.apply(text.substring(from))).toString();
    }
}
