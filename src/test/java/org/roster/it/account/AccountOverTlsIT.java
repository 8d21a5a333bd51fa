package org.roster.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.OpenRoster;
import org.roster.it.Raw;
import org.roster.it.RosterServer;

/** The pages of a Roster that stands behind TLS, below a path of its host, and counts wrong tries as usual. */
@ExtendWith(OpenRoster.class)
class AccountOverTlsIT {

    private static final String PASSWORD = "seven blue herons at dusk";

    private static RosterServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = OpenRoster.server();
        made("/v1/tenants", Map.of("code", "acme", "name", "Acme & Sons"));
        key = made("/v1/api-keys", Map.of("name", "portal", "scopes", List.of("users:read")))
                .get("key")
                .asText();
    }

    @Test
    void whoeverRegistersConfirmsTheAddressOnAPage() {
        var token = data(urac("/urac/join")
                        .form(
                                "username",
                                "tls-joiner",
                                "password",
                                PASSWORD,
                                "firstName",
                                "John",
                                "lastName",
                                "Doe",
                                "email",
                                "tls-joiner@example.com")
                        .send())
                .get("token")
                .asText();
        assertThat(logIn("tls-joiner", PASSWORD)).isEqualTo(401);

        var form =
                server.http().get("/account/verification").query("token", token).send();
        assertThat(logIn("tls-joiner", PASSWORD)).isEqualTo(401);
        var done =
                server.http().post("/account/verification").form("token", token).send();

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text())
                .contains("Is tls-joiner@example.com your address?")
                .contains("action=\"/people/account/verification\"")
                .contains("href=\"/people/account/style.css\"");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("<h1>Your address is confirmed</h1>");
        assertThat(logIn("tls-joiner", PASSWORD)).isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsSetAnewAndNothingOfItIsLogged() {
        made("/v1/users", Map.of("username", "tls-forgetful", "email", "f@example.com", "password", PASSWORD));
        var token = data(server.http()
                        .get("/urac/forgotPassword?username=tls-forgetful")
                        .header("key", key)
                        .send())
                .asText();
        var next = "nine grey herons at dawn";

        var form = server.http().get("/account/password").query("token", token).send();
        var weak = set(token, "short");
        var done = set(token, next);
        var used = set(token, next);

        assertThat(form.text()).contains("<h1>Set a new password</h1>");
        assertThat(List.of(weak.status(), done.status(), used.status())).containsExactly(400, 200, 410);
        assertThat(List.of(logIn("tls-forgetful", PASSWORD), logIn("tls-forgetful", next)))
                .containsExactly(401, 200);
        var broken = new Raw(server.base())
                .sendLines("GET /account/password?a={&token=" + token + " HTTP/1.1", "Host: a", "Connection: close");
        assertThat(broken).startsWith("HTTP/1.1 400").doesNotContain(token);
        assertThat(server.log() + server.console()).doesNotContain(token, next, PASSWORD);
    }

    @Tag("liberty") // WildFly refuses TRACE before the application can add a header
    @Test
    void browsersAreHeldToTls() {
        var page = server.http().get("/account/forgotten").send();
        var refused = new Raw(server.base()).sendLines("TRACE /v1/users HTTP/1.1", "Host: a", "Connection: close");

        assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(refused).contains("Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void theHostNameSaysWhosePageItIs() {
        var page = new Raw(server.base())
                .sendLines(
                        "GET /account/forgotten?tenant=default HTTP/1.1",
                        "Host: login.example.org",
                        "Connection: close");

        assertThat(page).contains("<p>Acme &amp; Sons</p>").contains("name=\"tenant\" value=\"acme\"");
    }

    @Test
    void whoeverGuessesAtCodesIsToldInWordsHowLongToWait() {
        made("/v1/users", Map.of("username", "guessed", "email", "g@example.com", "password", PASSWORD));

        var answer = guess();
        for (int i = 0; i < 100 && answer.status() != 429; i++) {
            answer = guess();
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.text())
                .contains("<h1>Demasiados intentos</h1>")
                .containsPattern("espere (un segundo|\\d+ (segundos|minutos)) antes");
    }

    private static Answer guess() {
        return server.http()
                .post("/account/second-factor")
                .header("Accept-Language", "es")
                .form("login", "guessed", "password", "wrong", "step", "begin")
                .send();
    }

    private static Answer set(String token, String password) {
        return server.http()
                .post("/account/password")
                .form("token", token, "password", password, "confirmation", password)
                .send();
    }

    private static int logIn(String name, String password) {
        return server.http()
                .post("/api/v2/user/login")
                .form("username", name, "password", password)
                .send()
                .status();
    }

    private static Http.Call urac(String path) {
        return server.http().post(path).header("key", key);
    }

    private static JsonNode data(Answer answer) {
        assertThat(answer.json().path("result").asBoolean())
                .as(answer.toString())
                .isTrue();
        return answer.json().get("data");
    }

    private static JsonNode made(String path, Map<String, ?> body) {
        var token = Credentials.token(server.http());
        var answer = server.http().post(path).bearer(token).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
