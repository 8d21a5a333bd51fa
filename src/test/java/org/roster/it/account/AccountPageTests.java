package org.roster.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.it.Http;

/** What the tests of the pages share: people with tokens, and what every page has. */
abstract class AccountPageTests extends Deployed {

    static final String PASSWORD = "seven blue herons at dusk";

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    private static String key;
    private static String claim;

    /** Somebody who was invited. */
    record Invited(String id, String name, String email, String token) {}

    @BeforeAll
    static synchronized void prepare() {
        if (key == null) {
            var tenant =
                    http().get("/v1/tenants/default").bearer(token()).send().json();
            claim = "?tId=" + tenant.get("objectId").asText() + "&tCode=default";
            key = made(
                            "/v1/api-keys",
                            Map.of("name", unique("portal"), "scopes", List.of("users:create", "users:update")))
                    .get("key")
                    .asText();
        }
    }

    static Invited invited() {
        return invited("Jane");
    }

    static Invited invited(String givenName) {
        var name = unique("jane");
        var email = name + "@example.com";
        var data = http().post("/urac/admin/addUser" + claim)
                .header("key", key)
                .json(Map.of("username", name, "firstName", givenName, "lastName", "Doe", "email", email))
                .send()
                .json()
                .get("data");
        return new Invited(
                data.get("id").asText(), name, email, data.get("token").asText());
    }

    /** A token that puts a new address in the place of somebody's present one. */
    static String addressToken(Invited person, String address) {
        return http().post("/urac/account/changeEmail?uId=" + person.id())
                .header("key", key)
                .form("email", address)
                .send()
                .json()
                .get("data")
                .asText();
    }

    static Http.Call set(String token, String password, String confirmation) {
        return http().post("/account/password")
                .form("token", token, "password", password, "confirmation", confirmation);
    }

    static Answer logIn(String name, String password) {
        return http().post("/api/v2/user/login")
                .form("username", name, "password", password)
                .send();
    }

    static JsonNode made(String path, Map<String, ?> body) {
        var answer = http().post(path).bearer(token()).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** A hidden field of a page. */
    static String hidden(Answer page, String name) {
        return HIDDEN.matcher(page.text())
                .results()
                .filter(field -> field.group(1).equals(name))
                .map(field -> field.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name + " in " + page));
    }

    /** A whole page of this status and title, with all that keeps it safe, and nothing that would run. */
    static void assertPage(Answer answer, int status, String title) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.text())
                .startsWith("<!doctype html>\n<html lang=\"" + answer.header("Content-Language") + "\">")
                .contains("<h1>" + title + "</h1>")
                .containsPattern("</html>\\s*$")
                .doesNotContain("<script", "javascript:", " onclick", " onload", "{{", "}}", "{tenant}", "style=\"");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "strict-transport-security");
    }
}
