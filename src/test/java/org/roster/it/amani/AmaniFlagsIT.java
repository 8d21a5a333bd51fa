package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** {@code is_active}, {@code mfa}, {@code reset_pw} and {@code reset_2fa} act on the account. */
class AmaniFlagsIT extends AmaniApi {

    private static void assertFlag(Answer answer, String flag, boolean value) {
        assertStatus(answer, 200);
        for (var name : new String[] {"mfa", "reset_pw", "reset_2fa"}) {
            assertThat(answer.json().get(name).asBoolean()).as(name).isEqualTo(name.equals(flag) && value);
        }
    }

    @Test
    void aBlockedUserIsOutAtOnceAndBackWhenUnblocked() {
        var user = newUser(newGroup("view_group"));
        var login = logIn(user.email(), PASSWORD).json();
        var access = login.get("access").asText();
        assertStatus(as(access, "GET", GROUP, null), 200);

        var blocked = patch(user.path(), "{\"is_active\": false}");

        assertStatus(blocked, 200);
        assertThat(blocked.json().get("is_active").asBoolean()).isFalse();
        assertBadToken(as(access, "GET", GROUP, null));
        assertDetail(logIn(user.email(), PASSWORD), 401, NO_ACCOUNT);
        assertStatus(
                http().post(REFRESH)
                        .json(Map.of("refresh", login.get("refresh").asText()))
                        .send(),
                401);

        var back = patch(user.path(), "{\"is_active\": true}");

        assertStatus(back, 200);
        assertThat(back.json().get("is_active").asBoolean()).isTrue();
        assertStatus(logIn(user.email(), PASSWORD), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mfa", "reset_pw", "reset_2fa"})
    void aFlagIsSetAndTakenAway(String flag) {
        var user = newUser();

        assertFlag(patch(user.path(), Map.of(flag, true)), flag, true);
        assertFlag(get(user.path()), flag, true);
        assertFlag(patch(user.path(), Map.of(flag, false)), flag, false);
        assertStatus(logIn(user.email(), PASSWORD), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mfa", "reset_pw", "reset_2fa"})
    void aPasswordAloneDoesNotLogInThen(String flag) {
        var user = newUser();

        patch(user.path(), Map.of(flag, true));

        assertDetail(logIn(user.email(), PASSWORD), 401, NO_ACCOUNT);
        patch(user.path(), Map.of(flag, false));
        assertStatus(logIn(user.email(), PASSWORD), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset_pw", "reset_2fa"})
    void theTokensOfAnEarlierLogInAreOverThen(String flag) {
        var user = newUser(newGroup("view_group"));
        var login = logIn(user.email(), PASSWORD).json();
        var access = login.get("access").asText();
        assertStatus(as(access, "GET", GROUP, null), 200);

        patch(user.path(), Map.of(flag, true));

        assertBadToken(as(access, "GET", GROUP, null));
        var refresh = Map.of("refresh", login.get("refresh").asText());
        assertStatus(http().post(REFRESH).json(refresh).send(), 401);
        patch(user.path(), Map.of(flag, false));
        assertStatus(http().post(REFRESH).json(refresh).send(), 401);
        assertBadToken(as(access, "GET", GROUP, null));
    }

    @Test
    void whoHasToShowASecondFactorCannotRefreshWithoutIt() {
        var user = newUser();
        var refresh = Map.of(
                "refresh", logIn(user.email(), PASSWORD).json().get("refresh").asText());

        patch(user.path(), Map.of("mfa", true));

        assertStatus(http().post(REFRESH).json(refresh).send(), 401);
    }

    @Test
    void aPasswordAloneOpensNoOtherDoorEither() {
        var user = newUser(newGroup("users:read"));
        assertStatus(http().get("/v1/users").basic(user.email(), PASSWORD).send(), 200);

        patch(user.path(), Map.of("reset_2fa", true));

        assertStatus(http().get("/v1/users").basic(user.email(), PASSWORD).send(), 401);
    }

    @Test
    void aNewPasswordEndsTheDemandForOne() {
        var user = newUser();
        patch(user.path(), Map.of("reset_pw", true));

        var answer = patch(user.path(), Map.of("password", "another passphrase"));

        assertFlag(answer, "reset_pw", false);
        assertStatus(logIn(user.email(), "another passphrase"), 200);
        assertDetail(logIn(user.email(), PASSWORD), 401, NO_ACCOUNT);
    }

    @Test
    void aPasswordCanBeSetWithTheDemandForAnother() {
        var user = newUser();

        var answer = patch(user.path(), Map.of("password", "another passphrase", "reset_pw", true));

        assertFlag(answer, "reset_pw", true);
        assertDetail(logIn(user.email(), "another passphrase"), 401, NO_ACCOUNT);
    }

    @Test
    void aUserCanBeMadeWithTheFlagsSet() {
        var body = newUserBody(uniqueEmail());
        body.putAll(Map.of("mfa", true, "reset_pw", true, "reset_2fa", true, "is_active", false));

        var answer = post(USER, body);

        assertStatus(answer, 201);
        for (var flag : new String[] {"mfa", "reset_pw", "reset_2fa"}) {
            assertThat(answer.json().get(flag).asBoolean()).as(flag).isTrue();
        }
        assertThat(answer.json().get("is_active").asBoolean()).isFalse();
        assertDetail(logIn((String) body.get("email"), PASSWORD), 401, NO_ACCOUNT);
    }

    @Test
    void anUnverifiedAccountStaysWhatItIs() {
        var id = made("/v1/users", Map.of("username", unique("plain"), "status", "UNVERIFIED"))
                .get("id")
                .asText();

        var answer = patch(USER + "/" + id, "{\"is_active\": true}");

        assertThat(answer.json().get("is_active").asBoolean()).isTrue();
        assertThat(get("/v1/users/" + id).json().get("status").asText()).isEqualTo("UNVERIFIED");
    }

    @Test
    void anInvitedAccountIsNotActive() {
        var id = made("/v1/users", Map.of("username", unique("plain"), "status", "PENDING_NEW"))
                .get("id")
                .asText();

        assertThat(get(USER + "/" + id).json().get("is_active").asBoolean()).isFalse();
        patch(USER + "/" + id, "{\"is_active\": false, \"first_name\": \"Jane\"}");
        assertThat(get("/v1/users/" + id).json().get("status").asText()).isEqualTo("PENDING_NEW");
    }
}
