package org.roster.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static JsonNode json(String text) throws IOException {
        return KitFiles.JSON.readTree(text);
    }

    private static Samples samples() throws IOException {
        var request = KitFiles.JSON.readValue("{\"method\": \"POST\", \"path\": \"/\"}", KitRequest.class);
        var answer = KitFiles.JSON.readValue("{\"status\": 200, \"json\": {\"id\": \"<integer>\"}}", KitAnswer.class);
        var exchange = new KitExchange(
                "010-a",
                "t",
                KitExchange.Source.CODE,
                "POST /",
                request,
                answer,
                Map.of("id", "/id", "other", "/other"),
                Set.of());
        return Samples.of(new Kit(
                "shop",
                "The shop",
                Map.of("admin", "somebody", "client", "some client"),
                Map.of("client", json("\"my-client\"")),
                List.of(exchange)));
    }

    @Test
    void aRequestHasSomethingForEachVariable() throws IOException {
        assertThat(samples().request(json("""
                {"a": "{{admin}}", "c": "{{client}}", "id": "{{id}}", "o": "{{other}}", "n": "kit-{{run}}", "t": "<text>"}"""))).isEqualTo(json("""
                {"a": "admin", "c": "my-client", "id": 2, "o": "other", "n": "kit-7k2m", "t": "<text>"}"""));
    }

    @Test
    void anAnswerHasSomethingForEachPlaceholder() throws IOException {
        var answer = samples().answer(json("""
                {"id": "{{id}}", "at": "<time>", "gone": "<time?>", "ok": "<boolean>", "...": "<any>",
                 "href": "{{base}}/users/<integer>", "list": ["...", {"n": "<number>"}, "..."]}"""));

        assertThat(answer).isEqualTo(json("""
                {"id": 2, "at": "2026-03-04T10:30:00Z", "gone": null, "ok": true,
                 "href": "https://users.example.com/users/2", "list": [{"n": 0.0005}]}"""));
    }
}
