package org.roster.it.amani;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;

/** Logging in and refreshing. */
class AmaniLoginIT extends AmaniApi {

    private static Answer refresh(String token) {
        return http().post(REFRESH + "/").json(Map.of("refresh", token)).send();
    }

    private static JsonNode claims(String token) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }

    private static void assertBadRefresh(Answer answer) {
        assertAnswer(answer, 401, json("""
                {"detail": "Token is invalid or expired", "code": "token_not_valid"}"""));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/user/login",
                "/api/v2/user/login/",
                "/amani/api/v2/user/login",
                "/amani/api/v2/user/login/"
            })
    void aLogInSaysWhoAndGivesTheTokens(String path) {
        int group = newGroup("view_group");
        var user = newUser(group);
        var shown = get(user.path()).json();

        var answer = http().post(path)
                .json(Map.of("username", user.email(), "password", PASSWORD))
                .send();

        assertStatus(answer, 200);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "username",
                        "first_name",
                        "last_name",
                        "phone",
                        "refresh",
                        "access",
                        "groups",
                        "company_id",
                        "permissions");
        for (var member : List.of("id", "username", "first_name", "last_name", "phone", "groups", "permissions")) {
            assertThat(answer.json().get(member)).as(member).isEqualTo(shown.get(member));
        }
        assertThat(answer.json().get("company_id")).isEqualTo(shown.get("company"));
        var access = answer.json().get("access").asText();
        assertStatus(as(access, "GET", GROUP, null), 200);
        assertThat(claims(access).get("token_type").asText()).isEqualTo("access");
        assertThat(claims(access).get("user_id").asText()).isEqualTo(user.id());
        assertThat(claims(access).get("jti").asText()).isNotEmpty();
        assertThat(claims(access).get("exp").asLong())
                .isGreaterThan(claims(access).get("iat").asLong());
    }

    @Test
    void aFormLogsInToo() {
        var user = newUser();

        assertStatus(
                http().post(LOGIN)
                        .multipart("username", user.email(), "password", PASSWORD)
                        .send(),
                200);
        assertStatus(
                http().post(LOGIN + "/")
                        .form("username", user.email(), "password", PASSWORD)
                        .send(),
                200);
        assertFault(
                http().post(LOGIN).multipart("username", user.email()).send(), "password", "This field is required.");
    }

    @Test
    void nobodyLearnsWhyALogInIsRefused() {
        var user = newUser();
        var blocked = newUser();
        assertStatus(patch(blocked.path(), "{\"is_active\": false}"), 200);

        for (var answer : List.of(
                logIn(user.email(), "the wrong password"),
                logIn(uniqueEmail(), PASSWORD),
                logIn(blocked.email(), PASSWORD),
                logIn(blocked.email(), "the wrong password"),
                logIn("x".repeat(5000), PASSWORD),
                logIn(user.email(), "x".repeat(5000)))) {
            assertDetail(answer, 401, NO_ACCOUNT);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
        }
    }

    @Test
    void aLogInNeedsANameAndAPassword() {
        assertAnswer(http().post(LOGIN).json("{}").send(), 400, json("""
                {"username": ["This field is required."], "password": ["This field is required."]}"""));
        assertAnswer(
                http().post(LOGIN)
                        .json("{\"username\": \" \", \"password\": \"\"}")
                        .send(),
                400,
                json("""
                {"username": ["This field may not be blank."], "password": ["This field may not be blank."]}"""));
        assertAnswer(
                http().post(LOGIN)
                        .json("{\"username\": null, \"password\": []}")
                        .send(),
                400,
                json("""
                {"username": ["This field may not be null."], "password": ["Not a valid string."]}"""));
    }

    @Test
    void aBadCredentialInTheHeaderDoesNotKeepFromLoggingIn() {
        var user = newUser();

        var answer = as("not.a.token", "POST", LOGIN, Map.of("username", user.email(), "password", PASSWORD));

        assertStatus(answer, 200);
    }

    @Test
    void anotherSpellingOfTheAddressLogsIn() {
        var user = newUser();

        assertStatus(logIn(user.email().replace("jane", "JANE"), PASSWORD), 200);
    }

    @Test
    void aRefreshTokenStaysGood() {
        var user = newUser(newGroup("view_group"));
        var refresh = logIn(user.email(), PASSWORD).json().get("refresh").asText();

        for (int i = 0; i < 3; i++) {
            var answer = refresh(refresh);

            assertStatus(answer, 200);
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("access");
            assertStatus(as(answer.json().get("access").asText(), "GET", GROUP, null), 200);
        }
    }

    @Test
    void aRefreshGivesTheRightsOfTheMoment() {
        var user = newUser(newGroup("view_group"));
        var refresh = logIn(user.email(), PASSWORD).json().get("refresh").asText();

        assertStatus(patch(user.path(), "{\"groups\": []}"), 200);
        var weak = refresh(refresh).json().get("access").asText();
        assertDetail(as(weak, "GET", GROUP, null), 403, FORBIDDEN);

        assertStatus(patch(user.path(), Map.of("groups", List.of(newGroup("view_user")))), 200);
        var other = refresh(refresh).json().get("access").asText();
        assertStatus(as(other, "GET", USER + "?search=" + user.email(), null), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a.b.c"})
    void whatIsNoRefreshTokenIsSaidToBeNone(String token) {
        assertBadRefresh(refresh(token));
    }

    @Test
    void anAccessTokenIsNoRefreshTokenAndTheReverse() {
        var answer = logIn(newUser().email(), PASSWORD);

        assertBadRefresh(refresh(answer.json().get("access").asText()));
        assertBadToken(as(answer.json().get("refresh").asText(), "GET", GROUP, null));
    }

    @Test
    void aRefreshNeedsItsToken() {
        assertFault(http().post(REFRESH).json("{}").send(), "refresh", "This field is required.");
        assertFault(http().post(REFRESH).json("{\"refresh\": \"\"}").send(), "refresh", "This field may not be blank.");
    }

    @Test
    void anotherClientCannotUseTheRefreshToken() {
        var refresh = logIn(newUser().email(), PASSWORD).json().get("refresh").asText();

        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "refresh_token", "refresh_token", refresh)
                .send();

        assertStatus(answer, 400);
        assertStatus(refresh(refresh), 200);
    }

    @Test
    void aNewPasswordEndsTheRefreshToken() {
        var user = newUser();
        var refresh = logIn(user.email(), PASSWORD).json().get("refresh").asText();

        assertStatus(patch(user.path(), Map.of("password", "another passphrase")), 200);

        assertBadRefresh(refresh(refresh));
    }

    @Test
    void removingAUserEndsItsRefreshToken() {
        var user = newUser();
        var refresh = logIn(user.email(), PASSWORD).json().get("refresh").asText();

        assertStatus(call("DELETE", user.path(), null), 204);

        assertBadRefresh(refresh(refresh));
    }

    @Test
    void fiftyRefreshesAtOnceAllSucceed() throws InterruptedException {
        var refresh = logIn(newUser().email(), PASSWORD).json().get("refresh").asText();
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 10; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < 5; j++) {
                    statuses.add(refresh(refresh).status());
                }
            }));
        }

        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(statuses).hasSize(50).containsOnly(200);
    }
}
