package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one answer against what its exchange expects, and keeps what later exchanges need of it. */
final class AnswerCheck {

    private final KitExchange exchange;
    private final Variables variables;
    private final List<Difference> differences = new ArrayList<>();

    private AnswerCheck(KitExchange exchange, Variables variables) {
        this.exchange = exchange;
        this.variables = variables;
    }

    static List<Difference> of(KitExchange exchange, Variables variables, HttpResponse<byte[]> response) {
        var check = new AnswerCheck(exchange, variables);
        check.status(response.statusCode());
        check.headers(response.headers());
        check.body(response.body());
        return List.copyOf(check.differences);
    }

    private void status(int got) {
        if (got != exchange.answer().status()) {
            differences.add(
                    new Difference("status", IntNode.valueOf(exchange.answer().status()), IntNode.valueOf(got)));
        }
    }

    private void headers(HttpHeaders headers) {
        exchange.answer().headers().forEach((name, expected) -> {
            var values = headers.allValues(name);
            var got = values.isEmpty() ? null : String.join(", ", values);
            var wanted = expected == null ? null : variables.fill(expected);
            boolean same = wanted == null || got == null
                    ? wanted == got
                    : Expected.text(wanted).matchesHeader(got);
            if (!same) {
                differences.add(new Difference("header " + name, node(wanted), node(got)));
            }
        });
    }

    private void body(byte[] bytes) {
        var expected = exchange.answer().json();
        var got = json(bytes);
        if (expected == null) {
            text(new String(bytes, UTF_8));
        } else if (got == null) {
            differences.add(Difference.ofTexts("body", "JSON", new String(bytes, UTF_8)));
        } else {
            differences.addAll(Comparison.of(variables.fill(expected), got));
        }
        save(got == null ? MissingNode.getInstance() : got);
    }

    private void text(String got) {
        var text = exchange.answer().text();
        var expected = text == null ? "" : variables.fill(text);
        if (!Expected.text(expected).matches(got)) {
            differences.add(Difference.ofTexts("body", expected, got));
        }
    }

    /** An answer that departs elsewhere may still hold what is needed: then the later exchanges can be sent. */
    private void save(JsonNode body) {
        exchange.save().forEach((name, pointer) -> {
            var value = body.at(JsonPointer.compile(pointer));
            if (!value.isMissingNode() && !value.isNull()) {
                variables.put(name, value);
            } else if (differences.isEmpty()) {
                differences.add(new Difference(pointer, TextNode.valueOf("a value for {{" + name + "}}"), value));
            }
        });
    }

    private static @Nullable JsonNode json(byte[] bytes) {
        try {
            var tree = KitFiles.JSON.readTree(bytes);
            return tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            return null; // reported as what came instead
        }
    }

    private static JsonNode node(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : TextNode.valueOf(text);
    }
}
