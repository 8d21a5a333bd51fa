package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Receiver;

/** The webhooks of a company in the words of its platform. */
class AmaniWebhooksIT extends AmaniApi {

    private static final String WEBHOOK = API + "/webhook_endpoint";
    private static final String URL = "http://localhost:9000/amani";

    @Test
    void aWebhookIsMadeReadChangedAndRemoved() {
        var made = post(
                WEBHOOK,
                Map.of(
                        "url",
                        URL,
                        "enabled_events",
                        List.of("permission.deleted"),
                        "custom_headers",
                        Map.of("X-Shop", "7"),
                        "metadata",
                        Map.of("a", 1)));
        assertStatus(made, 201);
        var id = made.json().get("id").asText();
        assertThat(made.json().get("secret").asText()).startsWith("whsec_");
        assertThat(without(made.json(), "secret")).isEqualTo(json("""
                        {"id": "%s", "url": "%s", "enabled_events": ["permission.deleted"],
                         "custom_headers": {"X-Shop": "7"}, "metadata": {"a": 1}, "is_active": true,
                         "created_at": %d}""".formatted(
                        id, URL, made.json().get("created_at").asLong())));
        assertAnswer(get(WEBHOOK + "/" + id + "/"), 200, without(made.json(), "secret"));
        assertThat(get(WEBHOOK).json()).contains(without(made.json(), "secret"));

        var changed = patch(WEBHOOK + "/" + id, "{\"is_active\": false, \"custom_headers\": {}}");
        assertStatus(changed, 200);
        assertThat(changed.json().get("is_active").asBoolean()).isFalse();
        assertThat(changed.json().get("custom_headers")).isEmpty();
        assertThat(changed.json().get("url").asText()).isEqualTo(URL);
        var put = call(
                "PUT", WEBHOOK + "/" + id, Map.of("url", URL + "/2", "enabled_events", List.of("permission.updated")));
        assertStatus(put, 200);
        assertThat(put.json().get("url").asText()).isEqualTo(URL + "/2");

        assertStatus(call("DELETE", WEBHOOK + "/" + id, null), 204);
        assertDetail(get(WEBHOOK + "/" + id), 404, NOT_FOUND);
        assertDetail(call("DELETE", WEBHOOK + "/" + id, null), 404, NOT_FOUND);
        assertDetail(get(WEBHOOK + "/x"), 404, NOT_FOUND);
    }

    @Test
    void aSecretIsShownWhereItIsMadeAndSigns() {
        try (var receiver = new Receiver()) {
            var url = receiver.at("/amani");
            var tenant = newTenant();
            var token = clientOf(
                    tenant,
                    "events:read",
                    "add_webhookendpoint",
                    "view_webhookendpoint",
                    "change_webhookendpoint",
                    "add_group");
            var made = as(token, "POST", WEBHOOK, Map.of("url", url, "enabled_events", List.of("group.created")));
            assertStatus(made, 201);
            var first = made.json().get("secret").asText();
            var secret = WEBHOOK + "/" + made.json().get("id").asText() + "/secret";

            var told = as(token, "GET", secret, null);
            assertStatus(told, 200);
            assertThat(told.json().get("secret").isNull()).isTrue();
            assertThat(first).endsWith(told.json().get("hint").asText() + "=");
            var second = as(token, "PATCH", secret, null);
            assertStatus(second, 200);

            assertStatus(as(token, "POST", GROUP, Map.of("name", "Some")), 201);
            var got = receiver.await("/amani", 1).get(0);
            assertThat(got.signedWith(first)).isTrue();
            assertThat(got.signedWith(second.json().get("secret").asText())).isTrue();
            assertThat(got.json().at("/data/contract").asText()).isEqualTo("amani");
        }
    }

    @Test
    void whatIsWrongIsSaidUnderItsMember() {
        var answer = post(WEBHOOK, Map.of());
        assertStatus(answer, 400);
        assertThat(answer.json())
                .isEqualTo(json("{\"url\": [\"This field is required.\"],"
                        + " \"enabled_events\": [\"This field is required.\"]}"));
        assertFault(
                post(WEBHOOK, Map.of("url", "https://127.0.0.1/", "enabled_events", List.of("*"))),
                "url",
                "This field must not lead into a network that is not public.");
        assertFault(
                post(WEBHOOK, Map.of("url", URL, "enabled_events", List.of("profile_create"))),
                "enabled_events",
                "This field must hold names of events, such as user.created, user.* or *.");
        assertFault(
                post(WEBHOOK, Map.of("url", URL, "enabled_events", List.of("*"), "custom_headers", List.of())),
                "custom_headers",
                "Expected a dictionary of items but got type \"list\".");
        assertFault(
                post(WEBHOOK, Map.of("url", URL, "enabled_events", List.of("*"), "custom_headers", Map.of("a", 1))),
                "custom_headers",
                "Not a valid string.");
    }

    @Test
    void whoeverMayNotReadEventsMakesNoWebhook() {
        var token = clientOf(newTenant(), "add_webhookendpoint");

        assertDetail(as(token, "POST", WEBHOOK, Map.of("url", URL, "enabled_events", List.of("*"))), 403, FORBIDDEN);
    }

    @Test
    void theEventsAreListedByName() {
        Answer events = get(API + "/events");

        assertStatus(events, 200);
        assertThat(events.json())
                .extracting(JsonNode::asText)
                .contains("user.created", "group.deleted", "webhook.test")
                .isSorted();
    }

    private static JsonNode without(JsonNode node, String member) {
        ObjectNode copy = node.deepCopy();
        copy.remove(member);
        return copy;
    }
}
