package org.roster.it.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.Http;

/** What the tests of this contract share: its addresses, its envelope, and an administrator who calls it. */
abstract class EcontextApi extends Deployed {

    static final String USER = "/api/users/user";
    static final String APPLICATION = "/api/applications/application";
    static final String GROUP = "/api/groups/group";
    static final String ORGANIZATION = "/api/organizations/organization";
    static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";
    static final String PASSWORD = "a new password";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody who calls: an API key, or a name and a password. */
    record Credential(String name, String secret) {

        static final Credential ADMIN = new Credential(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD);

        Answer send(String method, String path, Object body) {
            var call = http().call(method, path).basic(name, secret);
            if (body instanceof String text) {
                call.json(text);
            } else if (body != null) {
                call.json(body);
            }
            return call.send();
        }
    }

    static Answer get(String path) {
        return Credential.ADMIN.send("GET", path, null);
    }

    /** The body is JSON as it stands, or what is to be written as JSON. */
    static Answer post(String path, Object body) {
        return Credential.ADMIN.send("POST", path, body);
    }

    static Answer put(String path, Object body) {
        return Credential.ADMIN.send("PUT", path, body);
    }

    static Answer delete(String path) {
        return Credential.ADMIN.send("DELETE", path, null);
    }

    static Http.Call call(String method, String path) {
        return http().call(method, path).basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD);
    }

    /** What is in the envelope of a good answer, which has nothing else but the time that it took. */
    static JsonNode result(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertJson(answer);
        var body = answer.json();
        assertThat(body.fieldNames()).toIterable().containsExactly("econtext");
        var envelope = body.get("econtext");
        assertThat(envelope.fieldNames()).toIterable().containsExactly("result", "elapsed");
        assertThat(envelope.get("elapsed").isNumber()).isTrue();
        assertThat(envelope.get("elapsed").asDouble()).isPositive().isLessThan(60);
        return envelope.get("result");
    }

    static JsonNode result(Answer answer, String name) {
        var result = result(answer);
        assertThat(result.fieldNames()).toIterable().containsExactly(name);
        return result.get(name);
    }

    /** What many requests at the same instant are answered. */
    static List<Answer> atOnce(List<Callable<Answer>> requests) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(requests.size());
        try {
            var answers = new ArrayList<Answer>();
            for (var future : pool.invokeAll(requests)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    static void assertDeleted(Answer answer) {
        assertThat(result(answer)).isEqualTo(json("{\"deleted\": true}"));
    }

    static void assertInvalid(Answer answer, String parameter, String message) {
        assertFailure(
                answer,
                400,
                "400 Bad Request",
                "Invalid parameter",
                "The \"" + parameter + "\" parameter is invalid. " + message);
    }

    static void assertMissing(Answer answer, String parameter) {
        assertFailure(
                answer,
                400,
                "400 Bad Request",
                "Missing parameter",
                "The \"" + parameter + "\" parameter is required.");
    }

    static void assertConflict(Answer answer, String description) {
        assertFailure(answer, 409, "409 Conflict", "409 Conflict", description);
    }

    static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        var traceback = answer.json().at("/econtext/traceback").asText();
        assertThat(traceback).isNotBlank();
        assertFailure(answer, 403, "403 Forbidden", "403 Forbidden", traceback);
    }

    /** The whole failure, member for member. */
    static void assertFailure(Answer answer, int status, String line, String title, String description) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertJson(answer);
        assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
        var body = answer.json();
        assertThat(body.at("/econtext/elapsed").isNumber())
                .as(answer.toString())
                .isTrue();
        ((ObjectNode) body.get("econtext")).remove("elapsed");
        var failure = JSON.createObjectNode();
        failure.putObject("econtext")
                .put("status", line)
                .put("error", title)
                .put("errorcode", String.valueOf(status))
                .put("traceback", description)
                .putObject("result");
        assertThat(body).isEqualTo(failure);
    }

    /** The answer to a missing or bad credential, outside the envelope. */
    static void assertUnauthorized(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertJson(answer);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"eContext Authentication\"");
        assertThat(answer.json()).isEqualTo(json("""
                {"error": {"title": "401 Unauthorized", "description": "Authentication required"}}"""));
    }

    static void assertJson(Answer answer) {
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .as(answer.toString())
                .isEqualToIgnoringCase("application/json;charset=utf-8");
    }

    static JsonNode newApplication() {
        return result(post(APPLICATION, Map.of("name", unique("Application"))), "application");
    }

    static JsonNode newGroup(String application) {
        return result(post(GROUP, Map.of("name", unique("Group"), "application", application)), "group");
    }

    /** A user with the password {@link #PASSWORD}, of these applications. */
    static JsonNode newUser(String... applications) {
        return result(post(USER, wish(applications)), "user");
    }

    static Map<String, Object> wish(String... applications) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("email", unique("user") + "@example.com");
        wish.put("password", PASSWORD);
        wish.put("applications", List.of(applications));
        return wish;
    }

    static Map<String, Object> wishWith(String name, Object value) {
        var wish = wish();
        wish.put(name, value);
        return wish;
    }

    static Map<String, Object> wishWithout(String name) {
        var wish = wish();
        wish.remove(name);
        return wish;
    }

    static String id(JsonNode made) {
        return made.get("id").asText();
    }

    static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.forEach(one -> ids.add(id(one)));
        return ids;
    }

    /** A person of a tenant who holds these permissions and no others, by a password of their own. */
    static Credential person(String tenant, String... permissions) {
        var group =
                v1("/v1/groups", Map.of("tenant", tenant, "name", unique("Role"), "permissions", List.of(permissions)));
        var name = unique("clerk") + "@example.com";
        var user = v1(
                "/v1/users", Map.of("tenant", tenant, "username", name, "email", name, "groups", List.of(id(group))));
        var key = v1(
                "/v1/api-keys",
                Map.of("tenant", tenant, "name", "k", "user", id(user), "scopes", List.of(permissions)));
        var text = key.get("key").asText();
        int dot = text.indexOf('.');
        return new Credential(text.substring(0, dot), text.substring(dot + 1));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Something made through {@code /v1} by somebody who may do everything. */
    static JsonNode v1(String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token()).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
