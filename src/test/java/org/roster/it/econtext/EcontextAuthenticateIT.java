package org.roster.it.econtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** {@code POST /authenticate}: whether somebody's credential is good for an application. */
class EcontextAuthenticateIT extends EcontextApi {

    private static final String PATH = "/api/authenticate";

    private String application;
    private JsonNode user;
    private String email;

    @BeforeEach
    void makeAUser() {
        application = id(newApplication());
        user = newUser(application);
        email = user.get("email").asText();
    }

    private static Answer ask(String type, String name, String secret, String application) {
        return post(PATH, body(type, name, secret, application));
    }

    private static Map<String, Object> body(String type, String name, String secret, String application) {
        return new HashMap<>(Map.of(
                "type", type,
                "credential", Map.of("username", name, "password", secret),
                "application", application));
    }

    private static void assertFailed(Answer answer) {
        assertThat(result(answer)).isEqualTo(json("{\"authenticated\": false, \"user\": null}"));
    }

    private static JsonNode claims(JsonNode good) {
        var token = good.get("access_token").asText();
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }

    private JsonNode good(Answer answer) {
        var good = result(answer);
        assertThat(good.fieldNames()).toIterable().containsExactly("authenticated", "user", "access_token");
        assertThat(good.get("authenticated").asBoolean()).as(answer.toString()).isTrue();
        assertThat(id(good.get("user"))).isEqualTo(id(user));
        return good;
    }

    @Test
    void aGoodPasswordIsAnsweredWithTheUserAndAToken() {
        var group = newGroup(application);
        newGroup(application);
        result(post(USER + "/" + id(user) + "/group/" + id(group), null));
        result(put(USER + "/" + id(user), Map.of("name", "Jane Doe")));

        var good = good(ask("username", email, PASSWORD, application));

        assertThat(good.get("user")).isEqualTo(result(get(USER + "/" + id(user)), "user"));
        var claims = claims(good);
        assertThat(claims.get("sub").asText()).isEqualTo(id(user));
        assertThat(claims.get("aud").asText()).isEqualTo(application);
        assertThat(claims.get("iss").asText()).isEqualTo(base().toString());
        assertThat(claims.get("name").asText()).isEqualTo("Jane Doe");
        assertThat(claims.get("groups"))
                .isEqualTo(json("[\"" + group.get("name").asText() + "\"]"));
        assertThat(claims.get("exp").asLong()).isGreaterThan(claims.get("iat").asLong());
        assertThat(claims.has("nbf")).isTrue();
    }

    @Test
    void theTokenIsForTheApplicationAndOpensNothingHere() {
        var token = good(ask("username", email, PASSWORD, application))
                .get("access_token")
                .asText();

        assertUnauthorized(http().get("/api/groups").bearer(token).send());
        assertThat(http().get("/v1/me").bearer(token).send().status()).isEqualTo(401);
    }

    @Test
    void aUserNameIsGoodToo() {
        var wish = wish(application);
        wish.put("username", unique("jane"));
        user = result(post(USER, wish), "user");

        good(ask("username", (String) wish.get("username"), PASSWORD, application));
        good(ask("username", (String) wish.get("email"), PASSWORD, application));
    }

    @Test
    void aGoodApiKeyIsAnsweredLikeAPassword() {
        var key = result(post(USER + "/" + id(user) + "/apikey", "{}"), "apikey");
        var secret = key.get("secret").asText();

        good(ask("apikey", id(key), secret, application));
        assertFailed(ask("apikey", id(key), PASSWORD, application));
        assertFailed(ask("username", id(key), secret, application));
        assertFailed(ask("apikey", email, PASSWORD, application));
        result(put(USER + "/" + id(user) + "/apikey/" + id(key), Map.of("status", "DISABLED")));
        assertFailed(ask("apikey", id(key), secret, application));
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        var other = id(newApplication());

        assertFailed(ask("username", email, "wrong password", application));
        assertFailed(ask("username", email, "", application));
        assertFailed(ask("username", unique("nobody"), PASSWORD, application));
        assertFailed(ask("username", email, PASSWORD, other));
        assertFailed(ask("username", email, PASSWORD, UNKNOWN));
        assertFailed(ask("password", email, PASSWORD + " ", application));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "\"text\"",
                "{\"type\": \"username\"}",
                "{\"type\": \"username\", \"credential\": \"x\", \"application\": \"x\"}",
                "{\"type\": \"username\", \"credential\": {\"username\": \"x\"}, \"application\": \"x\"}",
                "{\"type\": 1, \"credential\": {\"username\": \"x\", \"password\": \"x\"}, \"application\": \"x\"}",
                "{\"type\": \"username\", \"credential\": {\"username\": 1, \"password\": \"x\"}, \"application\": \"x\"}",
                "{\"type\": \"username\", \"credential\": {\"username\": \"x\", \"password\": \"x\"}}"
            })
    void whatIsNoLogInFailsLikeOne(String body) {
        assertFailed(post(PATH, body));
    }

    @Test
    void onlyABodyThatIsNoJsonIsRefused() {
        assertInvalid(post(PATH, "{"), "body", "The body is not valid JSON");
        assertInvalid(post(PATH, ""), "body", "The body is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "application"})
    void whatIsDisabledIsRefused(String what) {
        var path = what.equals("user") ? USER + "/" + id(user) : APPLICATION + "/" + application;
        result(put(path, Map.of("status", "DISABLED")));
        assertFailed(ask("username", email, PASSWORD, application));

        result(put(path, Map.of("status", "ENABLED")));
        good(ask("username", email, PASSWORD, application));
    }

    @Test
    void afterThreeFailuresTheSameCredentialIsNotLookedAt() {
        result(put(APPLICATION + "/" + application, Map.of("status", "DISABLED")));
        for (int i = 0; i < 3; i++) {
            assertFailed(ask("username", email, PASSWORD, application));
        }
        result(put(APPLICATION + "/" + application, Map.of("status", "ENABLED")));

        assertFailed(ask("username", email, PASSWORD, application));
        result(put(USER + "/" + id(user), Map.of("password", "a newer password")));
        good(ask("username", email, "a newer password", application));
    }

    @Test
    void afterTwentyFailuresFromOneAddressNoneIsLookedAt() {
        var from = unique("address");
        for (int i = 0; i < 20; i++) {
            var wrong = body("apikey", "nobody" + i, "nothing", application);
            wrong.put("ip_address", from);
            assertFailed(post(PATH, wrong));
        }
        var right = body("username", email, PASSWORD, application);

        right.put("ip_address", from);
        assertFailed(post(PATH, right));
        right.put("ip_address", unique("address"));
        good(post(PATH, right));
    }

    @Test
    void whoAsksNeedsACredentialOfItsOwn() {
        var body = body("username", email, PASSWORD, application);

        assertUnauthorized(http().post(PATH).json(body).send());
        assertForbidden(new Credential(email, PASSWORD).send("POST", PATH, body));
        good(person("default", "users:read").send("POST", PATH, body));
    }

    @Test
    void usersOfOtherTenantsAreNotKnown() {
        var tenant = id(v1("/v1/tenants", Map.of("code", unique("t"), "name", "Elsewhere")));
        var asker = person(tenant, "users:read");
        var key = result(post(USER + "/" + id(user) + "/apikey", "{}"), "apikey");

        assertFailed(asker.send("POST", PATH, body("username", email, PASSWORD, application)));
        assertFailed(asker.send(
                "POST", PATH, body("apikey", id(key), key.get("secret").asText(), application)));
        good(ask("username", email, PASSWORD, application));
    }
}
