package org.roster.it.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.Http;

/** What the tests of this contract share: its addresses, its callers and its two bodies of failures. */
abstract class AuthserviceApi extends Deployed {

    static final String USERS = "/api/users";
    static final String ROLES = "/api/roles";
    static final String PERMISSIONS = "/api/permissions";
    static final String MODULES = "/api/modules";
    static final String LOGIN = "/api/auth/login";

    static final String PASSWORD = "SecureP@ssw0rd";
    static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer send(String method, String path, Object body) {
        return send(token(), method, path, body);
    }

    /** The body is JSON as it stands, or what is to be written as JSON. */
    static Answer send(String token, String method, String path, Object body) {
        var call = http().call(method, path).bearer(token);
        return (body instanceof String text ? call.json(text) : call.json(body)).send();
    }

    static Answer call(String method, String path) {
        return call(token(), method, path);
    }

    static Answer call(String token, String method, String path) {
        return http().call(method, path).bearer(token).send();
    }

    static Answer get(String path) {
        return call("GET", path);
    }

    static String email(String prefix) {
        return unique(prefix) + "@example.com";
    }

    static Map<String, Object> john(String email) {
        return Map.of("name", "John", "lastName", "Doe", "email", email, "password", PASSWORD);
    }

    static JsonNode added(String path, Object body) {
        return added(token(), path, body);
    }

    static JsonNode added(String token, String path, Object body) {
        var answer = send(token, "POST", path, body);
        assertStatus(answer, 201);
        return answer.json();
    }

    static String addedId(String path, Object body) {
        return added(path, body).get("id").asText();
    }

    /** A user named John Doe. */
    static String newUser(String email) {
        return addedId(USERS, john(email));
    }

    static String newRole(String name) {
        return addedId(ROLES, Map.of("name", name));
    }

    static void give(String user, String role) {
        assertStatus(call("POST", USERS + '/' + user + "/roles/" + role), 204);
    }

    static Answer logIn(String email, String password) {
        return http().post(LOGIN)
                .json(Map.of("email", email, "password", password))
                .send();
    }

    static String tokenOf(String email) {
        var answer = logIn(email, PASSWORD);
        assertStatus(answer, 200);
        return answer.json().get("token").asText();
    }

    /** The token of a new user of the default tenant who has one role with these permissions. */
    static String tokenHolding(String... permissions) {
        var group = RosterSide.group(unique("rights"), permissions);
        var address = email("holder");
        give(newUser(address), group);
        return tokenOf(address);
    }

    static void assertStatus(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    static void assertEmpty(Answer answer, int status) {
        assertStatus(answer, status);
        assertThat(answer.bytes()).isEmpty();
    }

    static void assertJson(Answer answer, int status, String body) {
        assertStatus(answer, status);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json()).isEqualTo(json(body));
    }

    /** A failure with all its members, in their order. */
    static void assertError(Answer answer, int status, String message, String detail) {
        assertStatus(answer, status);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.header("Content-Language")).isEqualTo("es");
        var body = answer.json();
        var members = new ArrayList<String>();
        body.fieldNames().forEachRemaining(members::add);
        assertThat(members).isEqualTo(List.of("timestamp", "requestId", "message", "detail"));
        assertThat(body.get("message").asText()).as(answer.toString()).isEqualTo(message);
        assertThat(body.get("detail").asText()).as(answer.toString()).isEqualTo(detail);
        assertThat(body.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(body.get("requestId").asText()).isNotEmpty().isEqualTo(answer.header("X-Request-Id"));
    }

    static void assertInvalid(Answer answer, String detail) {
        assertError(answer, 400, "Validation failed", detail);
    }

    static void assertDenied(Answer answer) {
        assertError(answer, 403, "Access Denied", "AuthorizationDeniedException");
    }

    /** The claims of a token, read as the contract's clients do: without looking at its signature. */
    static JsonNode claims(String token) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }

    static List<String> texts(JsonNode array, String member) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.get(member).asText()));
        return texts;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What only {@code /v1} can make. */
    static final class RosterSide extends Deployed {

        private RosterSide() {}

        static String group(String name, String... permissions) {
            return made("/v1/groups", Map.of("name", name, "permissions", permissions));
        }

        static String tenant() {
            return made("/v1/tenants", Map.of("code", unique("t"), "name", "Another tenant"));
        }

        /** The token of a client of a tenant with these scopes. */
        static String clientOf(String tenant, String... scopes) {
            var client =
                    answer("/v1/applications", Map.of("tenant", tenant, "name", unique("client"), "scopes", scopes));
            return Credentials.tokenOf(
                    http(),
                    client.get("clientId").asText(),
                    client.get("clientSecret").asText());
        }

        private static String made(String path, Map<String, ?> body) {
            return answer(path, body).get("id").asText();
        }

        private static JsonNode answer(String path, Map<String, ?> body) {
            Http.Call call = http().post(path).bearer(token()).json(body);
            var answer = call.send();
            assertStatus(answer, 201);
            return answer.json();
        }
    }
}
