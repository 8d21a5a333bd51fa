package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;

/** What the tests of this contract share: its addresses, and what they need from elsewhere. */
abstract class AmaniApi extends Deployed {

    static final String API = "/api/v2";
    static final String USER = API + "/user";
    static final String GROUP = API + "/group";
    static final String LOGIN = API + "/user/login";
    static final String REFRESH = API + "/token/refresh";
    static final String PASSWORD = "a good passphrase";
    static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

    static final String FORBIDDEN = "You do not have permission to perform this action.";
    static final String NOT_FOUND = "Not found.";
    static final String NO_ACCOUNT = "No active account found with the given credentials";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A user that was just made, and the address it logs in with. */
    record Made(String id, String email) {

        String path() {
            return USER + "/" + id;
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Answer get(String path) {
        return call("GET", path, null);
    }

    static Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    static Answer patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    static Answer call(String method, String path, Object body) {
        return as(token(), method, path, body);
    }

    /** The body is JSON as it stands, or what is to be written as JSON, or null for none. */
    static Answer as(String token, String method, String path, Object body) {
        var call = http().call(method, path).bearer(token);
        if (body != null) {
            call = body instanceof String text ? call.json(text) : call.json(body);
        }
        return call.send();
    }

    static String uniqueEmail() {
        return unique("jane") + "@example.com";
    }

    static Map<String, Object> newUserBody(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("password", PASSWORD);
        body.put("first_name", "Jane");
        body.put("phone", "+905551234567");
        body.put("last_name", "Doe");
        return body;
    }

    /** A user with the password {@link #PASSWORD} in these groups. */
    static Made newUser(Integer... groups) {
        var body = newUserBody(uniqueEmail());
        body.put("groups", List.of(groups));
        var answer = post(USER, body);
        assertStatus(answer, 201);
        return new Made(
                answer.json().get("id").asText(), answer.json().get("email").asText());
    }

    /** The number of a new group with these permissions. */
    static int newGroup(String... permissions) {
        var answer = post(GROUP, Map.of("name", unique("Role"), "permissions", permissions));
        assertStatus(answer, 201);
        return answer.json().get("id").asInt();
    }

    static Answer logIn(String email, String password) {
        return http().post(LOGIN)
                .json(Map.of("username", email, "password", password))
                .send();
    }

    /** The access token of a new user with these permissions. */
    static String tokenOfUserWith(String... permissions) {
        return tokenOf(newUser(newGroup(permissions)));
    }

    static String tokenOf(Made user) {
        var answer = logIn(user.email(), PASSWORD);
        assertStatus(answer, 200);
        return answer.json().get("access").asText();
    }

    /** The id of a new tenant. */
    static String newTenant() {
        return made("/v1/tenants", Map.of("code", unique("t"), "name", "A company of its own"))
                .get("id")
                .asText();
    }

    /** The token of a new client of a tenant that holds these rights. */
    static String clientOf(String tenant, String... scopes) {
        var made = made("/v1/applications", Map.of("tenant", tenant, "name", unique("client"), "scopes", scopes));
        return Credentials.tokenOf(
                http(), made.get("clientId").asText(), made.get("clientSecret").asText());
    }

    /** What {@code /v1} has made. */
    static JsonNode made(String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token()).json(body).send();
        assertStatus(answer, 201);
        return answer.json();
    }

    static void assertStatus(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    /** The whole answer: its status, its type, and its body member by member. */
    static void assertAnswer(Answer answer, int status, JsonNode body) {
        assertStatus(answer, status);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json()).isEqualTo(body);
    }

    static void assertDetail(Answer answer, int status, String detail) {
        assertAnswer(answer, status, JSON.createObjectNode().put("detail", detail));
    }

    /** One fault of one member. */
    static void assertFault(Answer answer, String member, String message) {
        var body = JSON.createObjectNode();
        body.putArray(member).add(message);
        assertAnswer(answer, 400, body);
    }

    static void assertBadToken(Answer answer) {
        assertAnswer(answer, 401, json("""
                {"detail": "Given token not valid for any token type", "code": "token_not_valid",
                 "messages": [{"token_class": "AccessToken", "token_type": "access",
                               "message": "Token is invalid or expired"}]}"""));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    }
}
