package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Where an answer departs.
 *
 * @param at {@code status}, {@code header Name}, {@code body}, or a JSON pointer into the body; {@code answer} if none came
 * @param expected a missing node where nothing was expected
 * @param got a missing node where nothing came
 */
public record Difference(String at, JsonNode expected, JsonNode got) {

    static Difference ofTexts(String at, String expected, String got) {
        return new Difference(at, TextNode.valueOf(expected), TextNode.valueOf(got));
    }
}
