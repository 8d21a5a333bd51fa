package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a JSON answer with what is expected: the same members, no more and no fewer, and the same values. {@code 1} and
 * {@code 1.0} are not the same to every client, so they are not the same here. {@code "..."} stands for whatever else there
 * is: as a member's name, its value says how further members look; as an element, it is any number of elements.
 */
final class Comparison {

    static final String FURTHER = "...";

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    static List<Difference> of(JsonNode expected, JsonNode got) {
        var comparison = new Comparison();
        comparison.compare("", expected, got);
        return List.copyOf(comparison.differences);
    }

    private void compare(String at, JsonNode expected, JsonNode got) {
        if (expected.isObject() && got.isObject()) {
            compareMembers(at, expected, got);
        } else if (expected.isArray() && got.isArray()) {
            compareElements(at, expected, got);
        } else if (!same(expected, got)) {
            differences.add(new Difference(at, expected, got));
        }
    }

    private static boolean same(JsonNode expected, JsonNode got) {
        if (expected.isTextual() && !got.isMissingNode()) {
            return Expected.text(expected.asText()).matches(got);
        }
        return expected.equals(got);
    }

    private void compareMembers(String at, JsonNode expected, JsonNode got) {
        expected.properties().forEach(member -> {
            if (!member.getKey().equals(FURTHER)) {
                compare(below(at, member.getKey()), member.getValue(), got.path(member.getKey()));
            }
        });
        got.properties().forEach(member -> {
            if (!expected.has(member.getKey())) {
                compare(below(at, member.getKey()), expected.path(FURTHER), member.getValue());
            }
        });
    }

    private void compareElements(String at, JsonNode expected, JsonNode got) {
        if (expected.valueStream().noneMatch(Comparison::further)) {
            for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
                compare(at + '/' + i, element(expected, i), element(got, i));
            }
        } else if (!fits(expected, 0, got, 0)) {
            differences.add(new Difference(at, expected, got));
        }
    }

    /** Whether the elements from {@code j} on fit the expected ones from {@code i} on. */
    private static boolean fits(JsonNode expected, int i, JsonNode got, int j) {
        if (i == expected.size()) {
            return j == got.size();
        }
        if (!further(expected.get(i))) {
            return j < got.size() && of(expected.get(i), got.get(j)).isEmpty() && fits(expected, i + 1, got, j + 1);
        }
        for (int next = j; next <= got.size(); next++) {
            if (fits(expected, i + 1, got, next)) {
                return true;
            }
        }
        return false;
    }

    static boolean further(JsonNode element) {
        return element.isTextual() && element.asText().equals(FURTHER);
    }

    private static JsonNode element(JsonNode array, int i) {
        return array instanceof ArrayNode && i < array.size() ? array.get(i) : MissingNode.getInstance();
    }

    /** RFC 6901 section 3. */
    private static String below(String at, String member) {
        return at + '/' + member.replace("~", "~0").replace("/", "~1");
    }
}
