package org.roster.it.ecosys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** Listing, reading, changing and removing users. */
class EcosysUsersIT extends EcosysApi {

    private static Answer patch(String username, Object body) {
        return send("PATCH", USERS + "/" + username, body);
    }

    private static Answer get(String username) {
        return http().get(USERS + "/" + username).bearer(token()).send();
    }

    @Test
    void theListHoldsEveryUserOnce() {
        var one = newUser();
        var other = newUser();

        var answer = http().get(USERS).bearer(tokenFor("users:read")).send();

        assertStatus(answer, 200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json().get("status").asText()).isEqualTo("success");
        assertThat(answer.json().size()).isEqualTo(2);
        var names = StreamSupport.stream(answer.json().get("users").spliterator(), false)
                .map(user -> user.get("username").asText())
                .toList();
        assertThat(names).contains("admin", one, other).doesNotHaveDuplicates();
        assertThat(answer.json().get("users")).contains(json("""
                {"username": "%1$s", "first_name": null, "last_name": null, "email": "%1$s@example.com"}""".formatted(one)));
    }

    @Test
    void aUserIsFoundInAnySpelling() {
        var name = newUser();

        var answer = get(name.toUpperCase(Locale.ROOT));

        assertAnswer(answer, 200, json("""
                {"status": "success",
                 "user": {"username": "%1$s", "first_name": null, "last_name": null, "email": "%1$s@example.com"}}""".formatted(name)));
    }

    @Test
    void aUserNameMayHoldWhatAnAddressMustEncode() {
        var name = unique("jane doe+é");
        assertStatus(addUser(Map.of("username", name, "password", "p", "email", unique("u") + "@example.com")), 201);

        var answer = get(URLEncoder.encode(name, UTF_8).replace("+", "%20"));

        assertStatus(answer, 200);
        assertThat(answer.json().at("/user/username").asText()).isEqualTo(name);
    }

    @Test
    void anUnknownUserAnswers404() {
        assertAnswer(get(unique("nobody")), 404, transcript("user-unknown"));
    }

    @Test
    void aPatchChangesWhatIsNotEmpty() {
        var name = newUser();
        patch(name, Map.of("first_name", "Jane", "last_name", "Doe"));

        var answer = patch(name, """
                {"first_name": "Janet", "last_name": "", "email": null, "username": "other"}""");

        assertAnswer(answer, 200, json("""
                {"status": "success",
                 "user": {"username": "%1$s", "first_name": "Janet", "last_name": "Doe", "email": "%1$s@example.com"}}""".formatted(name)));
        assertThat(get(name).json()).isEqualTo(answer.json());
    }

    @Test
    void aPatchedPasswordIsTheOneToLogInWith() {
        var name = newUser();

        assertStatus(patch(name, Map.of("password", "another word")), 200);

        assertStatus(logIn(name, "another word", "profile"), 200);
        assertAnswer(logIn(name, "pass word", "profile"), 400, transcript("invalid-grant"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "null", "{}", "{\"first_name\": \"\"}", "{\"first_name\": 1}", "{\"nickname\": \"J\"}"})
    void aPatchWithNothingToChangeAnswers400WithoutABody(String body) {
        var answer = patch(newUser(), body);

        assertStatus(answer, 400);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void aPatchOfAnUnknownUserAnswers400WithoutABody() {
        var answer = patch(unique("nobody"), Map.of("first_name", "Jane"));

        assertStatus(answer, 400);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void aPatchToATakenEmailAddressAnswers409() {
        var other = newUser();

        assertAnswer(patch(newUser(), Map.of("email", other + "@example.com")), 409, transcript("user-taken"));
    }

    @Test
    void aUserWithRightsBeyondTheCallersIsNotTheCallersToChange() {
        var answer = http().patch(USERS + "/admin")
                .bearer(tokenFor("users:update"))
                .json(Map.of("password", "mine now"))
                .send();

        assertRefused(answer, 403, "Forbidden", "The user carries rights that the caller does not hold.");
        assertStatus(logIn("admin", "mine now", ""), 400);
    }

    @Test
    void aDeletedUserIsGoneAndDeletingAgainIsNoError() {
        var name = newUser();

        var answer = http().delete(USERS + "/" + name).bearer(token()).send();

        assertStatus(answer, 204);
        assertThat(answer.bytes()).isEmpty();
        assertAnswer(get(name), 404, transcript("user-unknown"));
        assertStatus(http().delete(USERS + "/" + name).bearer(token()).send(), 204);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /etc-backend/api/users, users:read",
        "GET, /etc-backend/api/users/admin, users:read",
        "PATCH, /etc-backend/api/users/admin, users:update",
        "DELETE, /etc-backend/api/users/admin, users:delete"
    })
    void eachVerbAsksForItsOwnScope(String method, String path, String scope) {
        // users:list is in the catalogue, but no route asks for it.
        var answer = http().call(method, path)
                .bearer(tokenFor("profile", "users:list", "users:create"))
                .json("{}")
                .send();

        assertStatus(answer, 403);
        assertThat(answer.json().get("message").asText())
                .isEqualTo("The token is missing the required \"" + scope + "\" scope.");
    }

    @Test
    void anotherTenantsUsersDoNotExist() {
        var name = newUser();
        var tenant = unique("t");
        assertStatus(
                http().post("/v1/tenants")
                        .bearer(token())
                        .json(Map.of("code", tenant, "name", tenant))
                        .send(),
                201);
        var application = http().post("/v1/applications")
                .bearer(token())
                .json("""
                        {"tenant": "%s", "name": "Other", "scopes": ["users:read", "users:delete", "users:create"]}""".formatted(tenant))
                .send();
        assertStatus(application, 201);
        var other = textOf(
                http().post(TOKEN)
                        .form(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                application.json().get("clientId").asText(),
                                "client_secret",
                                application.json().get("clientSecret").asText(),
                                "scope",
                                "users:read users:delete users:create")
                        .send(),
                200,
                "access_token");

        assertThat(http().get(USERS).bearer(other).send().text()).isEqualTo("{\"status\":\"success\",\"users\":[]}");
        assertAnswer(http().get(USERS + "/" + name).bearer(other).send(), 404, transcript("user-unknown"));
        assertStatus(http().delete(USERS + "/" + name).bearer(other).send(), 204);
        assertStatus(get(name), 200);
        assertStatus(
                http().post(USERS)
                        .bearer(other)
                        .json(Map.of("username", name, "password", "p", "email", name + "@example.com"))
                        .send(),
                201);
    }
}
