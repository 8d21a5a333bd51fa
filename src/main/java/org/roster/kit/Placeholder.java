package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in an expectation for a value that nobody can know before: {@code <uuid>}, {@code <time>} … */
enum Placeholder {
    /** Whatever it is, null included. */
    ANY(".*", "anything"),
    /** A text that is not empty. */
    TEXT(".+", "text"),
    /** 8-4-4-4-12 hexadecimal digits. */
    UUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "0196c2a4-5b3e-7d18-9f60-3a7b1c5d2e4f"),
    /** 24 hexadecimal digits. */
    OBJECTID("[0-9a-f]{24}", "57c6eb28962f94a7caab8a22"),
    /** A JSON number. */
    NUMBER("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?", DecimalNode.valueOf(new BigDecimal("0.0005"))),
    /** A JSON number without a fraction. */
    INTEGER("-?\\d+", IntNode.valueOf(2)),
    BOOLEAN("true|false", BooleanNode.TRUE),
    /** RFC 3339. */
    TIME("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[-+]\\d\\d:\\d\\d)", "2026-03-04T10:30:00Z"),
    /** As Python prints a time with its offset. */
    PYTHON_TIME(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}[-+]\\d\\d:\\d\\d", "2026-03-04 10:30:00.000000+00:00"),
    /** Three base64url texts with full stops between. */
    JWT("[\\w-]+\\.[\\w-]+\\.[\\w-]+", "header.payload.signature"),
    /** An opaque token or secret: at least 16 characters, no space among them. */
    TOKEN("[\\w.~+/=-]{16,}", "an-opaque-token-or-secret");

    /** A placeholder in a text; a question mark lets null stand in its place. */
    static final Pattern IN_TEXT = Pattern.compile("<([a-z-]+)(\\?)?>");

    private final String pattern;
    private final Pattern whole;
    private final JsonNode sample;

    Placeholder(String pattern, String sample) {
        this(pattern, TextNode.valueOf(sample));
    }

    Placeholder(String pattern, JsonNode sample) {
        this.pattern = "(?:" + pattern + ")";
        this.whole = Pattern.compile(pattern, Pattern.DOTALL);
        this.sample = sample;
    }

    /** The one with this name between the angle brackets; others are texts like any. */
    static Optional<Placeholder> named(String name) {
        return Arrays.stream(values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }

    /** What a value inside a longer text has to look like. */
    String pattern() {
        return pattern;
    }

    /** A value for the published document, the same each time. */
    JsonNode sample() {
        return sample;
    }

    boolean matches(JsonNode value) {
        return switch (this) {
            case ANY -> true;
            case NUMBER -> value.isNumber();
            case INTEGER -> value.isIntegralNumber();
            case BOOLEAN -> value.isBoolean();
            case TEXT, UUID, OBJECTID, TIME, PYTHON_TIME, JWT, TOKEN ->
                value.isTextual() && whole.matcher(value.asText()).matches();
        };
    }
}
