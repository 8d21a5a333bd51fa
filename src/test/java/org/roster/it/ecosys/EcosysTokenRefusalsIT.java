package org.roster.it.ecosys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Credentials;
import org.roster.it.Http;

/** Why {@code /etc-backend/token} gives no token, in the words of league/oauth2-server 8.4. */
class EcosysTokenRefusalsIT extends EcosysApi {

    private static Http.Call asBootstrap() {
        return http().post(TOKEN).basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET"})
    void withoutAGrantTypeEveryMethodAnswersThatNoneIsServed(String method) {
        assertAnswer(http().call(method, TOKEN).send(), 400, transcript("unsupported-grant-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_code", "implicit", "", "PASSWORD"})
    void anUnknownGrantTypeIsSaidBeforeAnythingElse(String type) {
        var answer = http().post(TOKEN)
                .form("grant_type", type, "client_id", "nobody", "scope", "users:fly")
                .send();

        assertAnswer(answer, 400, transcript("unsupported-grant-type"));
    }

    @Test
    void parametersInJsonOrInTheAddressAreNotLookedAt() {
        var inJson =
                asBootstrap().json("{\"grant_type\": \"client_credentials\"}").send();
        var inAddress = http().post(TOKEN)
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .query("grant_type", "client_credentials")
                .send();

        assertAnswer(inJson, 400, transcript("unsupported-grant-type"));
        assertAnswer(inAddress, 400, transcript("unsupported-grant-type"));
    }

    @Test
    void aMissingParameterIsNamed() {
        assertAnswer(http().post(TOKEN).form("grant_type", "password").send(), 400, transcript("missing-client-id"));
        assertAnswer(asBootstrap().form("grant_type", "password").send(), 400, transcript("missing-username"));
        assertAnswer(
                asBootstrap()
                        .form("grant_type", "password", "username", "admin")
                        .send(),
                400,
                transcript("missing-password"));
        assertAnswer(
                asBootstrap().form("grant_type", "refresh_token").send(), 400, transcript("missing-refresh-token"));
    }

    @Test
    void aWrongSecretInTheFormIsAnsweredWithoutAChallenge() {
        var answer = http().post(TOKEN)
                .form("grant_type", "client_credentials", "client_id", Credentials.CLIENT_ID, "client_secret", "no")
                .send();

        assertAnswer(answer, 401, transcript("invalid-client"));
        assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
    }

    @Test
    void aWrongSecretInTheHeaderIsAnsweredWithAChallenge() {
        var answer = http().post(TOKEN)
                .basic(Credentials.CLIENT_ID, "no")
                .form("grant_type", "client_credentials", "scope", "users:fly")
                .send();

        assertAnswer(answer, 401, transcript("invalid-client"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"OAuth\"");
    }

    @Test
    void aGrantTypeThatTheClientMayNotUseIsNotThatClients() {
        var client = newClient("password", "profile");

        var answer = client.on(http().post(TOKEN))
                .form("grant_type", "client_credentials")
                .send();

        assertAnswer(answer, 401, transcript("invalid-client"));
    }

    @Test
    void anAddressThatIsNotTheClientsIsNotThatClient() {
        var client = newClient("client_credentials", "profile");

        var own = client.on(http().post(TOKEN))
                .form("grant_type", "client_credentials", "redirect_uri", "https://client.example.com/callback")
                .send();
        var foreign = client.on(http().post(TOKEN))
                .form("grant_type", "client_credentials", "redirect_uri", "https://evil.example.com/")
                .send();

        assertStatus(own, 200);
        assertAnswer(foreign, 401, transcript("invalid-client"));
    }

    @Test
    void anUnknownScopeIsNamedBeforeTheUserIsLookedAt() {
        assertAnswer(logIn("nobody", "wrong", "profile users:fly"), 400, transcript("invalid-scope"));
    }

    @Test
    void anUnknownUserAndAWrongPasswordAreOneAnswer() {
        assertAnswer(logIn("admin", "wrong", ""), 400, transcript("invalid-grant"));
        assertAnswer(logIn(unique("nobody"), "wrong", ""), 400, transcript("invalid-grant"));
        assertAnswer(logIn("", "", ""), 400, transcript("invalid-grant"));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        var answer = asBootstrap()
                .form("grant_type", "client_credentials", "client_id", "a", "client_id", "b")
                .send();

        assertAnswer(answer, 400, transcript("missing-client-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--b",
                "--b--x",
                "--b\r\n",
                "--b\r\n\r\n\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nclient_credentials",
                "--b\r\nContent-Disposition: attachment; name=\"grant_type\"\r\n\r\npassword\r\n--b--",
                "--b\r\nContent-Disposition: form-data\r\n\r\npassword\r\n--b--"
            })
    void aBrokenMultipartFormIsAnInvalidRequest(String body) {
        var answer = http().post(TOKEN)
                .body("multipart/form-data; boundary=b", body.getBytes(UTF_8))
                .send();

        assertAnswer(answer, 400, transcript("unreadable-form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=\"", ";;;"})
    void aFormOfNoReadableTypeIsAnInvalidRequest(String type) {
        var answer = http().post(TOKEN).body(type, "--b--".getBytes(UTF_8)).send();

        assertAnswer(answer, 400, transcript("unreadable-form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=%zz", "grant_type=%", "\u00ff"})
    void aBrokenUrlEncodedFormIsAnInvalidRequest(String body) {
        var answer = http().post(TOKEN)
                .body("application/x-www-form-urlencoded", body.getBytes(ISO_8859_1))
                .send();

        assertAnswer(answer, 400, transcript("unreadable-form"));
    }

    @Test
    void aFormBeyondTheLimitAnswers413() {
        var answer = http().post(TOKEN)
                .body("application/x-www-form-urlencoded", new byte[256 * 1024 + 1])
                .send();

        assertAnswer(answer, 413, transcript("unreadable-form"));
    }
}
