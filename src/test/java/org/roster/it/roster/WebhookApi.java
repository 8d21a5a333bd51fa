package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.roster.it.Receiver;

/** What the tests of webhooks share: a receiver, and endpoints in tenants of their own. */
abstract class WebhookApi extends RosterApi {

    static final String ENDPOINTS = "/v1/webhook-endpoints";
    static final String DELIVERIES = "/v1/webhook-deliveries";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Receiver receiver;

    @BeforeAll
    static void receive() {
        receiver = new Receiver();
    }

    @AfterAll
    static void end() {
        receiver.close();
    }

    static String path() {
        return "/" + unique("hook");
    }

    /** An endpoint with its secret. */
    static JsonNode endpoint(String tenant, String url, String... events) {
        return made(ENDPOINTS, Map.of("tenant", tenant, "url", url, "events", events));
    }

    static String user(String tenant) {
        return madeId("/v1/users", Map.of("tenant", tenant, "username", unique("jane")));
    }

    static void rename(String tenant, String user, String name) {
        assertStatus(patch("/v1/users/" + user + "?tenant=" + tenant, "{\"givenName\": \"" + name + "\"}"), 200);
    }

    static List<JsonNode> deliveries(String tenant, String query) {
        var answer = get(DELIVERIES + "?tenant=" + tenant + query);
        assertStatus(answer, 200);
        var all = new java.util.ArrayList<JsonNode>();
        answer.json().get("items").forEach(all::add);
        return all;
    }

    /** The one delivery of an endpoint once it is as wanted; waits for it. */
    static JsonNode awaitDelivery(String tenant, String endpoint, Predicate<JsonNode> wanted) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var found = deliveries(tenant, "&endpoint=" + endpoint);
            if (found.size() == 1 && wanted.test(found.get(0))) {
                return found.get(0);
            }
            assertThat(Instant.now()).as(found.toString()).isBefore(until);
            pause(50);
        }
    }

    static JsonNode awaitStatus(String tenant, String endpoint, String status) {
        return awaitDelivery(tenant, endpoint, one -> one.get("status").asText().equals(status));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> body(String tenant, String url, Object... more) {
        var body = new HashMap<String, Object>(Map.of("tenant", tenant, "url", url, "events", List.of("*")));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }
}
