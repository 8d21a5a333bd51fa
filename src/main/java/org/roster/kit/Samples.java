package org.roster.kit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.Map;

/** Exchanges as examples for the published document: something readable in each place, and the same each time. */
public final class Samples {

    private static final String RUN = "7k2m";
    private static final URI BASE = URI.create("https://users.example.com");

    private final Variables variables;

    private Samples(Variables variables) {
        this.variables = variables;
    }

    /** Samples for a contract's variables: what is saved looks like what it is saved from. */
    public static Samples of(Kit kit) {
        var variables = Variables.of(BASE, Map.of("run", RUN));
        kit.variables().keySet().forEach(name -> variables.put(name, TextNode.valueOf(name)));
        kit.exchanges()
                .forEach(exchange ->
                        exchange.save().keySet().forEach(name -> variables.put(name, TextNode.valueOf(name))));
        kit.samples().forEach(variables::put);
        var samples = new Samples(variables);
        kit.exchanges().forEach(samples::learn);
        return samples;
    }

    private void learn(KitExchange exchange) {
        var json = exchange.answer().json();
        if (json == null) {
            return;
        }
        var answer = answer(json);
        exchange.save().forEach((name, pointer) -> {
            var value = answer.at(JsonPointer.compile(pointer));
            if (!value.isMissingNode()) {
                variables.put(name, value);
            }
        });
    }

    /** What is sent, with something for each variable. */
    public JsonNode request(JsonNode body) {
        return variables.fill(body);
    }

    /** What comes back, with something for each variable and placeholder, and without what may be there besides. */
    public JsonNode answer(JsonNode body) {
        return sample(variables.fill(body));
    }

    private static JsonNode sample(JsonNode tree) {
        if (tree.isTextual()) {
            return Expected.text(tree.asText()).sample();
        }
        if (tree.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            tree.valueStream()
                    .filter(element -> !Comparison.further(element))
                    .forEach(element -> array.add(sample(element)));
            return array;
        }
        if (tree.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            tree.properties().stream()
                    .filter(member -> !member.getKey().equals(Comparison.FURTHER))
                    .forEach(member -> object.set(member.getKey(), sample(member.getValue())));
            return object;
        }
        return tree;
    }
}
