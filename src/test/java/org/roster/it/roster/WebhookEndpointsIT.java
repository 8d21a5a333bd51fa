package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done to webhooks at {@code /v1}, and what is refused. */
class WebhookEndpointsIT extends WebhookApi {

    private static final String URL = "http://localhost:9000/hook?key=s3cr3t";

    @Test
    void aSecretIsShownWhereItIsMadeAndNowhereElse() {
        var tenant = tenant();
        var answer = http().post(ENDPOINTS)
                .bearer(token())
                .json(body(
                        tenant,
                        URL,
                        "events",
                        List.of("user.created", "group.*"),
                        "description",
                        "The shop",
                        "headers",
                        Map.of("X-Shop", "7"),
                        "metadata",
                        Map.of("a", List.of(1, 2))))
                .send();

        assertStatus(answer, 201);
        var made = answer.json();
        var id = made.get("id").asText();
        var secret = made.get("secret").asText();
        assertThat(answer.header("Location")).endsWith(ENDPOINTS + "/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret).endsWith(made.get("hint").asText() + "=");
        assertThat(made.get("events")).isEqualTo(json("[\"user.created\", \"group.*\"]"));
        assertThat(made.get("headers")).isEqualTo(json("{\"X-Shop\": \"7\"}"));
        assertThat(made.get("metadata")).isEqualTo(json("{\"a\": [1, 2]}"));
        assertThat(made.get("status").asText()).isEqualTo("ENABLED");

        var read = get(ENDPOINTS + "/" + id + "?tenant=" + tenant);
        var withoutSecret = made.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) withoutSecret).remove("secret");
        assertThat(read.json()).isEqualTo(withoutSecret);
        assertThat(get(ENDPOINTS + "?tenant=" + tenant).json().get("items").get(0))
                .isEqualTo(withoutSecret);

        assertStatus(post(ENDPOINTS + "/" + id + "/rotate-secret?tenant=" + tenant, "{}"), 200);
        var events = get("/v1/events?tenant=" + tenant + "&subject=" + id);
        assertThat(members(events.json(), "type"))
                .containsExactly("webhook_endpoint.created", "webhook_endpoint.secret_rotated");
        assertThat(events.text())
                .contains("http://localhost:9000")
                .doesNotContain(secret)
                .doesNotContain("s3cr3t")
                .doesNotContain("whsec_");
    }

    @Test
    void aStateIsChangedByAMergePatchOnceItIsKnown() {
        var tenant = tenant();
        var id = made(ENDPOINTS, body(tenant, URL, "headers", Map.of("X-A", "1", "X-B", "2")))
                .get("id")
                .asText();
        var path = ENDPOINTS + "/" + id + "?tenant=" + tenant;

        var changed = http().patch(path)
                .bearer(token())
                .header("If-Match", "\"1\"")
                .mergePatch("{\"headers\": {\"X-A\": null, \"X-C\": \"3\"}, \"status\": \"DISABLED\","
                        + " \"events\": [\"user.*\"]}")
                .send();

        assertStatus(changed, 200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("headers")).isEqualTo(json("{\"X-B\": \"2\", \"X-C\": \"3\"}"));
        assertThat(changed.json().get("events")).isEqualTo(json("[\"user.*\"]"));
        assertThat(changed.json().get("status").asText()).isEqualTo("DISABLED");
        assertThat(http().get(path)
                        .bearer(token())
                        .header("If-None-Match", "\"2\"")
                        .send()
                        .status())
                .isEqualTo(304);
        assertRefused(
                http().patch(path)
                        .bearer(token())
                        .header("If-Match", "\"1\"")
                        .mergePatch("{\"description\": \"x\"}")
                        .send(),
                412,
                "version_stale");
        assertRefused(patch(path, "{\"url\": null}"), 400, "value_invalid");
        assertRefused(patch(path, "{\"secret\": \"x\"}"), 400, "invalid");
        assertRefused(post(ENDPOINTS + "/" + id + "/test?tenant=" + tenant, "{}"), 400, "value_invalid");
        assertRefused(
                http().delete(path).bearer(token()).header("If-Match", "\"1\"").send(), 412, "version_stale");
        assertStatus(delete(path), 204);
        assertRefused(get(path), 404, "not_found");
        assertRefused(delete(path), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.8.9.1/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://0x7f.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "http://127.0.0.1/",
                "http://8.8.8.8/",
                "https://8.8.8.8:25/",
                "https://localhost@8.8.8.8/",
                "https://8.8.8.8/#x",
                "http://localhost:25/",
                "file:///etc/passwd",
                "gopher://8.8.8.8/",
                "ip6-localhost",
                "x"
            })
    void whatLeadsInsideIsRefusedAtOnce(String url) {
        var answer = http().post(ENDPOINTS)
                .bearer(token())
                .json(body("default", url))
                .send();

        assertRefused(answer, 400, "value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo("url");
        var good = made(ENDPOINTS, body("default", "http://localhost:9000/", "events", List.of("permission.deleted")));
        var path = ENDPOINTS + "/" + good.get("id").asText();
        assertRefused(patch(path, "{\"url\": \"" + url + "\"}"), 400, "value_invalid");
        assertStatus(delete(path), 204);
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() {
        for (Object events : List.of(
                List.of("user.creatd"), List.of("*.created"), List.of("user created"), List.of("user.created", ""))) {
            assertField("events", body("default", URL, "events", events));
        }
        for (String header : List.of(
                "Host",
                "content-length",
                "Authorization",
                "COOKIE",
                "Transfer-Encoding",
                "webhook-signature",
                "Proxy-X",
                "a b",
                "",
                "x:y",
                "ä")) {
            assertField("headers", body("default", URL, "headers", Map.of(header, "x")));
        }
        for (String value : List.of("a\r\nb", "ä", " x", "x".repeat(1001))) {
            assertField("headers", body("default", URL, "headers", Map.of("X-A", value)));
        }
        assertField("headers", body("default", URL, "headers", Map.of("X-A", "1", "x-a", "2")));
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < 11; i++) {
            many.put("X-" + i, "1");
        }
        assertField("headers", body("default", URL, "headers", many));
        assertField("metadata", body("default", URL, "metadata", Map.of("a", "x".repeat(8200))));
        for (Object url : List.of("", "https://" + "x".repeat(2050))) {
            assertStatus(
                    http().post(ENDPOINTS)
                            .bearer(token())
                            .json(body("default", "", "url", url))
                            .send(),
                    400);
        }
        assertRefused(post(ENDPOINTS, "{\"url\": \"" + URL + "\"}"), 400, "invalid");
        assertRefused(post(ENDPOINTS, "{\"url\": \"" + URL + "\", \"events\": []}"), 400, "invalid");
    }

    @Test
    void whoeverMayNotReadEventsCannotHaveThemSent() {
        var tenant = tenant();
        var without = clientOf(tenant, "webhooks:create", "webhooks:read", "webhooks:update", "users:create");
        var refused = http().post(ENDPOINTS)
                .bearer(without.token())
                .json(Map.of("url", URL, "events", List.of("*")))
                .send();
        assertRefused(refused, 403, "rights_exceeded");

        var path = path();
        var made = endpoint(tenant, receiver.at(path), "user.created");
        var one = ENDPOINTS + "/" + made.get("id").asText();
        assertStatus(http().get(one).bearer(without.token()).send(), 200);
        assertRefused(
                http().patch(one)
                        .bearer(without.token())
                        .mergePatch("{\"events\": [\"*\"]}")
                        .send(),
                403,
                "rights_exceeded");
        user(tenant);
        receiver.await(path, 1);
        var delivery = deliveries(tenant, "").get(0).get("id").asText();
        var shown =
                http().get(DELIVERIES + "/" + delivery).bearer(without.token()).send();
        assertStatus(shown, 200);
        assertThat(shown.json().has("payload")).isFalse();
        assertThat(get(DELIVERIES + "/" + delivery + "?tenant=" + tenant).json().has("payload"))
                .isTrue();
    }

    @Test
    void anotherTenantsWebhooksAreLikeNone() {
        var tenant = tenant();
        var path = path();
        var made = endpoint(tenant, receiver.at(path), "user.created").get("id").asText();
        user(tenant);
        receiver.await(path, 1);
        var delivery = deliveries(tenant, "").get(0).get("id").asText();
        var stranger = clientOf(tenant(), ALL_BUT_PLATFORM).token();

        for (String id : List.of(made, UNKNOWN, "x")) {
            assertRefused(http().get(ENDPOINTS + "/" + id).bearer(stranger).send(), 404, "not_found");
            assertRefused(
                    http().patch(ENDPOINTS + "/" + id)
                            .bearer(stranger)
                            .mergePatch("{}")
                            .send(),
                    404,
                    "not_found");
            assertRefused(http().delete(ENDPOINTS + "/" + id).bearer(stranger).send(), 404, "not_found");
            assertRefused(
                    http().post(ENDPOINTS + "/" + id + "/rotate-secret")
                            .bearer(stranger)
                            .json("{}")
                            .send(),
                    404,
                    "not_found");
            assertRefused(
                    http().post(ENDPOINTS + "/" + id + "/test").bearer(stranger).send(), 404, "not_found");
        }
        for (String id : List.of(delivery, UNKNOWN, "x")) {
            assertRefused(http().get(DELIVERIES + "/" + id).bearer(stranger).send(), 404, "not_found");
            assertRefused(
                    http().post(DELIVERIES + "/" + id + "/retry")
                            .bearer(stranger)
                            .send(),
                    404,
                    "not_found");
        }
        assertThat(http().get(ENDPOINTS).bearer(stranger).send().json().get("items"))
                .isEmpty();
        assertThat(http().get(DELIVERIES).bearer(stranger).send().json().get("items"))
                .isEmpty();
        assertRefused(
                http().get(ENDPOINTS + "?tenant=" + tenant).bearer(stranger).send(), 403, "tenant_foreign");
        assertThat(receiver.to(path)).hasSize(1);
    }

    @Test
    void deliveriesAreListedByPagesAndFilters() {
        var tenant = tenant();
        var path = path();
        var made = endpoint(tenant, receiver.at(path), "user.created").get("id").asText();
        for (int i = 0; i < 5; i++) {
            user(tenant);
        }
        receiver.await(path, 5);
        for (int i = 0; i < 100 && deliveries(tenant, "&status=DELIVERED").size() < 5; i++) {
            pause(100); // what came of a sending is noted after it
        }

        var ids = walk(DELIVERIES + "?tenant=" + tenant + "&endpoint=" + made + "&limit=2", "id");
        assertThat(new TreeSet<>(ids)).hasSize(5);
        assertThat(ids).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(deliveries(tenant, "&status=DELIVERED")).hasSize(5);
        for (String none : List.of("PENDING", "RETRYING", "DEAD")) {
            assertThat(deliveries(tenant, "&status=" + none)).isEmpty();
        }
        var event = deliveries(tenant, "").get(0).get("event").asText();
        assertThat(deliveries(tenant, "&event=" + event)).hasSize(1);
        assertThat(deliveries(tenant, "&event=" + UNKNOWN)).isEmpty();
        assertRefused(get(DELIVERIES + "?status=LOST"), 400, "value_invalid");
        assertRefused(get(DELIVERIES + "?endpoint=x"), 400, "value_invalid");
        assertRefused(get(DELIVERIES + "?cursor=x"), 400, "cursor_invalid");
    }

    @Test
    void aTenantHasFiftyAtMost() {
        var tenant = tenant();
        for (int i = 0; i < 50; i++) {
            made(ENDPOINTS, body(tenant, URL, "events", List.of("permission.deleted")));
        }

        assertField("url", body(tenant, URL));
        assertThat(walk(ENDPOINTS + "?tenant=" + tenant + "&limit=20", "id")).hasSize(50);
    }

    @Test
    void aTenantIsRemovedWithItsWebhooks() {
        var tenant = tenant();
        var path = path();
        endpoint(tenant, receiver.at(path), "*");

        assertStatus(delete("/v1/tenants/" + tenant), 204);
    }

    private static void assertField(String field, Map<String, Object> body) {
        var answer = http().post(ENDPOINTS).bearer(token()).json(body).send();
        assertRefused(answer, 400, "value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }
}
