package org.roster.contract.urac.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.input.Mask.Source;

/**
 * One field of a mask: its name, where it may come from, and what must hold of it.
 *
 * @param places where it is looked for, in this order
 * @param fallback what it is when it is not given, or null
 */
record Field(
        String name,
        List<Place> places,
        boolean required,
        @Nullable JsonNode fallback,
        Rule rule) {

    /** A member of one of the sources. */
    record Place(Source source, String member) {

        static Place of(String text) {
            int dot = text.indexOf('.');
            return new Place(Source.of(text.substring(0, dot)), text.substring(dot + 1));
        }
    }

    /** Reads a line of {@link Takes}. */
    static Field of(String line) {
        int colon = line.indexOf(':');
        var parts = line.substring(colon + 1).split(";", 3);
        var presence = parts[1].strip();
        var rule = RuleReader.read(parts[2].strip());
        return new Field(
                line.substring(0, colon).strip(),
                Arrays.stream(parts[0].strip().split(" or ", -1)).map(Place::of).toList(),
                presence.equals("required"),
                presence.startsWith("optional default ") ? fallback(presence.substring(17), rule) : null,
                rule);
    }

    private static JsonNode fallback(String text, Rule rule) {
        return Cast.to(rule, TextNode.valueOf(text));
    }

    boolean fromQuery() {
        return places.stream().anyMatch(place -> place.source() == Source.QUERY);
    }

    boolean fromBody() {
        return places.stream().anyMatch(place -> place.source() == Source.BODY);
    }

    /** Its name in the query. */
    String inQuery() {
        return memberOf(Source.QUERY);
    }

    /** Its name in the body. */
    String inBody() {
        return memberOf(Source.BODY);
    }

    private String memberOf(Source source) {
        return places.stream()
                .filter(place -> place.source() == source)
                .map(Place::member)
                .findFirst()
                .orElse(name);
    }

    /** The value as it was given; null when it was not, or given as null. */
    @Nullable
    JsonNode in(ObjectNode query, ObjectNode body) {
        return places.stream()
                .map(place -> (place.source() == Source.QUERY ? query : body).get(place.member()))
                .filter(value -> value != null && !value.isNull())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
