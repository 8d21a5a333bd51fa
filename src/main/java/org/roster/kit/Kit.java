package org.roster.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * All exchanges of one contract, in the order in which they are sent.
 *
 * @param variables what has to be given from outside, each with what it is
 * @param samples what stands for a given variable in the published document; its name where there is nothing
 */
public record Kit(
        String contract,
        String title,
        Map<String, String> variables,
        Map<String, JsonNode> samples,
        List<KitExchange> exchanges) {

    public Kit {
        variables = Map.copyOf(variables);
        samples = Map.copyOf(samples);
        exchanges = List.copyOf(exchanges);
    }
}
