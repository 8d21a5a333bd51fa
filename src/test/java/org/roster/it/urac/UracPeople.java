package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.roster.it.Answer;
import org.roster.it.Http;

/** What the tests of log-ins and accounts share: people with passwords, and their tokens. */
abstract class UracPeople extends UracApi {

    static final String PASSWORD = "a long enough passphrase";
    static final String OTHER_PASSWORD = "another long passphrase";
    static final String NO_LOG_IN = "Unable to log in the user. User not found.";
    static final String BAD_TOKEN = "The access token provided is invalid.";
    static final String NO_TOKEN = "The access token was not found";

    /** Somebody who can log in. */
    record Person(UracTenant tenant, String id, String username, String password) {

        String token() {
            return logIn(tenant, username, password).get("access_token").asText();
        }
    }

    /** Somebody of a tenant, in these groups. */
    static Person person(UracTenant tenant, String... groups) {
        var name = name();
        var data = data(tenant.post("/urac/admin/addUser" + tenant.claim())
                .json(Map.of(
                        "username",
                        name,
                        "firstName",
                        "John",
                        "lastName",
                        "Doe",
                        "email",
                        name + "@example.com",
                        "status",
                        "active",
                        "password",
                        PASSWORD,
                        "confirmation",
                        PASSWORD,
                        "groups",
                        List.of(groups)))
                .send());
        return new Person(tenant, data.get("id").asText(), name, PASSWORD);
    }

    /** The code of a new group with these permissions. */
    static String group(UracTenant tenant, String... permissions) {
        var group = code("g");
        tenant.group(group, permissions);
        return group;
    }

    static Answer logInAnswer(UracTenant tenant, String username, String password) {
        return tenant.post("/oauth/token")
                .form("grant_type", "password", "username", username, "password", password)
                .send();
    }

    /** The tokens of a log-in that goes well. */
    static JsonNode logIn(UracTenant tenant, String username, String password) {
        var answer = logInAnswer(tenant, username, password);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().has("access_token")).as(answer.toString()).isTrue();
        return answer.json();
    }

    static void assertNoLogIn(Answer answer) {
        assertRefused(answer, 401, NO_LOG_IN);
    }

    /** Whether a token opens the user's own account. */
    static boolean good(UracTenant tenant, String accessToken) {
        return tenant.get("/urac/user/me")
                .bearer(accessToken)
                .send()
                .json()
                .get("result")
                .asBoolean();
    }

    /** An invited user: its id and its token. */
    static JsonNode invited(UracTenant tenant, String username) {
        return data(tenant.post("/urac/admin/addUser" + tenant.claim())
                .form("username", username, "firstName", "John", "lastName", "Doe", "email", username + "@domain.com")
                .send());
    }

    static Http.Call reset(UracTenant tenant, String token, String password) {
        return tenant.post("/urac/resetPassword?token=" + token).form("password", password, "confirmation", password);
    }

    static void settings(UracTenant tenant, Map<String, ?> settings) {
        var answer = http().patch("/v1/tenants/" + tenant.uuid)
                .bearer(token())
                .body("application/merge-patch+json", bytes(Map.of("settings", settings)))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static byte[] bytes(Object value) {
        return JSON.valueToTree(value).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
