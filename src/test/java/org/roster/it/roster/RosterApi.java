package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;

/** The base of the tests of {@code /v1}: what several of them say in one word. */
abstract class RosterApi extends Deployed {

    static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";
    static final String PASSWORD = "a long enough passphrase";

    /** The rights of somebody who runs one tenant and is no platform caller. */
    static final String[] ALL_BUT_PLATFORM = {
        "tenants:create",
        "tenants:read",
        "tenants:update",
        "tenants:delete",
        "users:create",
        "users:read",
        "users:update",
        "users:delete",
        "users:export",
        "groups:create",
        "groups:read",
        "groups:update",
        "groups:delete",
        "applications:create",
        "applications:read",
        "applications:update",
        "applications:delete",
        "api-keys:create",
        "api-keys:read",
        "api-keys:update",
        "api-keys:delete",
        "events:read",
        "mails:read",
        "mails:retry",
        "mail-templates:read",
        "mail-templates:update",
        "webhooks:create",
        "webhooks:read",
        "webhooks:update",
        "webhooks:delete",
        "webhooks:retry",
        "signing-keys:read",
        "signing-keys:rotate",
        "permissions:grant"
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An OAuth client that was just made, with a token of its own. */
    record Client(String id, String clientId, String secret, String token) {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Makes something and returns the body of the 201. */
    static JsonNode made(String path, Map<String, ?> body) {
        return made(token(), path, body);
    }

    static JsonNode made(String token, String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    static String madeId(String path, Map<String, ?> body) {
        return made(path, body).get("id").asText();
    }

    static String tenant() {
        return madeId("/v1/tenants", Map.of("code", unique("t"), "name", "A tenant of its own"));
    }

    /** A client of a tenant that holds these scopes and has a token with all of them. */
    static Client clientOf(String tenant, String... scopes) {
        var made = made("/v1/applications", Map.of("tenant", tenant, "name", unique("client"), "scopes", scopes));
        var clientId = made.get("clientId").asText();
        var secret = made.get("clientSecret").asText();
        return new Client(made.get("id").asText(), clientId, secret, tokenOf(clientId, secret));
    }

    static Client client(String... scopes) {
        return clientOf("default", scopes);
    }

    static Answer tokenAnswer(String clientId, String secret) {
        return http().post("/oauth2/token")
                .basic(clientId, secret)
                .form("grant_type", "client_credentials")
                .send();
    }

    static String tokenOf(String clientId, String secret) {
        return Credentials.tokenOf(http(), clientId, secret);
    }

    static Answer get(String path) {
        return http().get(path).bearer(token()).send();
    }

    static Answer post(String path, String json) {
        return http().post(path).bearer(token()).json(json).send();
    }

    static Answer patch(String path, String json) {
        return http().patch(path).bearer(token()).mergePatch(json).send();
    }

    static Answer delete(String path) {
        return http().delete(path).bearer(token()).send();
    }

    static Answer put(String path) {
        return http().put(path).bearer(token()).send();
    }

    /** The values of one member over all pages of a list, in their order; the path has a query already. */
    static List<String> walk(String path, String member) {
        var all = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page < 100; page++) {
            var answer = get(path + cursor);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            all.addAll(members(answer.json(), member));
            var next = answer.json().get("next");
            if (next.isNull()) {
                return all;
            }
            cursor = "&cursor=" + next.asText();
        }
        throw new AssertionError("the list does not end: " + all);
    }

    static List<String> members(JsonNode page, String member) {
        var all = new ArrayList<String>();
        page.get("items").forEach(item -> all.add(item.get(member).asText()));
        return all;
    }

    /** The whole problem, member for member. */
    static void assertProblem(Answer answer, int status, String title, String code, String detail, String field) {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("code", code)
                .put("detail", detail);
        if (field != null) {
            problem.put("field", field);
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(answer.json()).isEqualTo(problem);
    }

    /** Status and reason, where the sentence is not the point. */
    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    static void assertStatus(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
