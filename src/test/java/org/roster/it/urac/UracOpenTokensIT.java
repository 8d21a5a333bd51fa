package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.OpenRoster;
import org.roster.it.RosterServer;

/** A Roster whose operator lets one-time tokens out and takes access tokens from addresses, as SOAJS did. */
@ExtendWith(OpenRoster.class)
class UracOpenTokensIT {

    private static final String PASSWORD = "a long enough passphrase";
    private static final String OTHER_PASSWORD = "another long passphrase";

    private static RosterServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = OpenRoster.server();
        var token = Credentials.token(server.http());
        key = server.http()
                .post("/v1/api-keys")
                .bearer(token)
                .json(Map.of("name", "portal", "scopes", List.of("users:read")))
                .send()
                .json()
                .get("key")
                .asText();
    }

    @Test
    void whoeverRegistersVerifiesTheAddressAndLogsIn() {
        var joined = data(join("joiner"));
        var token = joined.get("token").asText();
        assertCode(logIn("joiner", PASSWORD), 401);

        assertThat(data(get("/urac/join/validate?token=" + token).send()).asBoolean())
                .isTrue();

        assertThat(logIn("joiner", PASSWORD).json().has("access_token")).isTrue();
        assertCode(get("/urac/join/validate?token=" + token).send(), 406);
    }

    @Test
    void theNewerEditionSaysWhoseAddressItIs() {
        var joined = data(join("joiner2"));

        var data = data(
                get("/urac/validate/join?token=" + joined.get("token").asText()).send());

        assertThat(data).isEqualTo(UracApi.json("""
                {"username": "joiner2", "email": "joiner2@domain.com", "_id": "%s"}""".formatted(joined.get("id").asText())));
    }

    @Test
    void aReminderTakesThePlaceOfTheFirstToken() {
        var first = data(join("joiner3")).get("token").asText();

        var second = data(get("/urac/emailToken?username=joiner3").send()).asText();

        assertCode(get("/urac/join/validate?token=" + first).send(), 406);
        assertThat(data(get("/urac/join/validate?token=" + second).send()).asBoolean())
                .isTrue();
        assertCode(get("/urac/emailToken?username=joiner3").send(), 520);
    }

    @Test
    void aForgottenPasswordIsSetAnewAndEndsWhatWasOpen() {
        open("forgetful");
        var tokens = logIn("forgetful", PASSWORD).json();
        var first = data(get("/urac/forgotPassword?username=forgetful").send()).asText();
        var second = data(get("/urac/password/forgot?username=forgetful@domain.com")
                        .send())
                .asText();
        assertCode(reset(first, OTHER_PASSWORD), 406);

        assertThat(data(reset(second, OTHER_PASSWORD)).asBoolean()).isTrue();

        assertCode(logIn("forgetful", PASSWORD), 401);
        assertThat(logIn("forgetful", OTHER_PASSWORD).json().has("access_token"))
                .isTrue();
        assertCode(
                get("/urac/user/me").bearer(tokens.get("access_token").asText()).send(), 401);
        assertCode(
                post("/oauth/token")
                        .form(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.get("refresh_token").asText())
                        .send(),
                400);
        assertCode(get("/urac/forgotPassword?username=nobody").send(), 403);
        assertCode(get("/urac/password/forgot?username=nobody").send(), 520);
    }

    @Test
    void anAddressIsChangedInTheNewerEdition() {
        var id = open("mover");
        var token = logIn("mover", PASSWORD).json().get("access_token").asText();
        var change = data(server.http()
                .put("/urac/account/email")
                .header("key", key)
                .bearer(token)
                .json(Map.of("id", id, "email", "moved@domain.com"))
                .send());

        assertThat(data(get("/urac/validate/changeEmail?token="
                                        + change.get("token").asText())
                                .send())
                        .asBoolean())
                .isTrue();

        var me = data(get("/urac/user/me?access_token=" + token).send());
        assertThat(me.get("email").asText()).isEqualTo("moved@domain.com");
    }

    @Test
    void twoTokensAtOnceAreOneTooMany() {
        open("twofold");
        var token = logIn("twofold", PASSWORD).json().get("access_token").asText();

        assertCode(get("/urac/user/me?access_token=" + token).bearer(token).send(), 400);
    }

    private static String open(String name) {
        var joined = data(join(name));
        data(get("/urac/join/validate?token=" + joined.get("token").asText()).send());
        return joined.get("id").asText();
    }

    private static Answer join(String name) {
        return post("/urac/join")
                .form(
                        "username",
                        name,
                        "password",
                        PASSWORD,
                        "firstName",
                        "John",
                        "lastName",
                        "Doe",
                        "email",
                        name + "@domain.com")
                .send();
    }

    private static Answer logIn(String name, String password) {
        return post("/oauth/token")
                .form("grant_type", "password", "username", name, "password", password)
                .send();
    }

    private static Answer reset(String token, String password) {
        return post("/urac/resetPassword?token=" + token)
                .form("password", password, "confirmation", password)
                .send();
    }

    private static Http.Call get(String path) {
        return server.http().get(path).header("key", key);
    }

    private static Http.Call post(String path) {
        return server.http().post(path).header("key", key);
    }

    private static JsonNode data(Answer answer) {
        return UracApi.data(answer);
    }

    private static void assertCode(Answer answer, int code) {
        assertThat(answer.json().path("errors").path("codes").path(0).asInt())
                .as(answer.toString())
                .isEqualTo(code);
    }
}
