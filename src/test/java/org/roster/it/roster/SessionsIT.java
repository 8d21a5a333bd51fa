package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** Where somebody is logged in, and how it is ended: by the person, by an administrator, by the application. */
class SessionsIT extends RosterApi {

    private record LoggedIn(String id, String name, String access, String refresh) {}

    @Test
    void aPersonSeesTheirSessionsAndEndsThemAll() {
        var first = loggedIn();
        var second = logIn(first.name()).json();

        var before = mine(first.access()).json().get("items");
        var ended = http().delete("/v1/me/sessions").bearer(first.access()).send();

        assertThat(before).hasSize(2);
        assertThat(before.get(0).get("application").isNull()).isTrue();
        assertThat(before.get(0).get("since").asText())
                .isEqualTo(before.get(0).get("renewedAt").asText());
        assertStatus(ended, 204);
        assertStatus(mine(first.access()), 401);
        assertStatus(mine(second.get("access").asText()), 401);
        assertStatus(renew(first.refresh()), 401);
        assertStatus(renew(second.get("refresh").asText()), 401);
        var anew = logIn(first.name());
        assertThat(mine(anew.json().get("access").asText()).json().get("items")).hasSize(1);
    }

    @Test
    void anAdministratorLogsAUserOutEverywhere() {
        var user = loggedIn();
        var path = "/v1/users/" + user.id() + "/sessions";

        assertThat(get(path).json().get("items")).hasSize(1);
        assertStatus(delete(path), 204);

        assertThat(get(path).json().get("items")).isEmpty();
        assertStatus(mine(user.access()), 401);
        assertStatus(renew(user.refresh()), 401);
    }

    /** The bound of sessions (R43). */
    @Test
    void whoHasAHundredSessionsLosesTheOneWhoseTokenIsTheOldest() {
        var name = unique("jane");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        var client = passwordClient();
        var first = passwordGrant(client, name);
        var second = logIn(name).json().get("refresh").asText();
        for (int i = 2; i < 100; i++) {
            assertStatus(logIn(name), 200);
        }
        assertStatus(renew(second), 200);
        var next = refreshGrant(client, first.json().get("refresh_token").asText());
        assertStatus(next, 200);

        var last = logIn(name).json();

        assertThat(get("/v1/users/" + id + "/sessions").json().get("items")).hasSize(100);
        assertStatus(renew(second), 401);
        assertStatus(refreshGrant(client, next.json().get("refresh_token").asText()), 200);
        assertStatus(renew(last.get("refresh").asText()), 200);
    }

    @Test
    void nobodyLogsOutWhoHoldsMoreRights() {
        var group = madeId("/v1/groups", Map.of("name", unique("g"), "permissions", new String[] {"tenants:read"}));
        var user = loggedIn();
        assertStatus(put("/v1/groups/" + group + "/members/" + user.id()), 204);
        var weak = client("users:read", "users:update");

        var answer = http().delete("/v1/users/" + user.id() + "/sessions")
                .bearer(weak.token())
                .send();

        assertRefused(answer, 403, "rights_exceeded");
        assertThat(get("/v1/users/" + user.id() + "/sessions").json().get("items"))
                .hasSize(1);
    }

    @Test
    void anApplicationTakesItsAccessTokenBack() {
        var client = client("users:read");

        var answer = revoke(client, client.token());

        assertStatus(answer, 200);
        assertThat(answer.text()).isEmpty();
        assertStatus(http().get("/v1/me").bearer(client.token()).send(), 401);
    }

    @Test
    void anotherClientsTokenStaysAndNothingIsSaidAboutIt() {
        var client = client("users:read");
        var other = client("users:read");

        assertStatus(revoke(other, client.token()), 200);
        assertStatus(revoke(other, "nothing of the kind"), 200);

        assertStatus(http().get("/v1/me").bearer(client.token()).send(), 200);
    }

    @Test
    void aRefreshTokenIsTakenBackWithItsFamily() {
        var name = unique("jane");
        var made = made("/v1/users", Map.of("username", name, "password", PASSWORD));
        var client = passwordClient();
        var refresh = passwordGrant(client, name).json().get("refresh_token").asText();
        var sessions =
                get("/v1/users/" + made.get("id").asText() + "/sessions").json().get("items");

        var revoked = revoke(client, refresh);

        assertThat(sessions.get(0).get("application").asText()).isEqualTo(client.id());
        assertStatus(revoked, 200);
        assertThat(get("/v1/users/" + made.get("id").asText() + "/sessions")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(refreshGrant(client, refresh).json().get("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void aWrongSecretOrAMissingTokenIsRefusedInTheWordsOfTheTokenEndpoint() {
        var client = client("users:read");

        var wrong = http().post("/oauth2/revoke")
                .basic(client.clientId(), "wrong")
                .form("token", client.token())
                .send();
        var missing = http().post("/oauth2/revoke")
                .basic(client.clientId(), client.secret())
                .form("token_type_hint", "access_token")
                .send();

        assertStatus(wrong, 401);
        assertThat(wrong.json().get("error").asText()).isEqualTo("invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic realm=\"roster\"");
        assertStatus(missing, 400);
        assertThat(missing.json().get("error").asText()).isEqualTo("invalid_request");
        assertStatus(http().get("/v1/me").bearer(client.token()).send(), 200);
    }

    private static LoggedIn loggedIn() {
        var name = unique("session");
        var id = madeId("/v1/users", Map.of("username", name, "password", PASSWORD));
        var tokens = logIn(name).json();
        return new LoggedIn(
                id, name, tokens.get("access").asText(), tokens.get("refresh").asText());
    }

    private static Answer logIn(String name) {
        return http().post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", PASSWORD))
                .send();
    }

    private static Answer renew(String refresh) {
        return http().post("/amani/api/v2/token/refresh")
                .json(Map.of("refresh", refresh))
                .send();
    }

    private static Client passwordClient() {
        var app = made(
                "/v1/applications",
                Map.of(
                        "name", unique("app"),
                        "grantTypes", new String[] {"password", "refresh_token"},
                        "scopes", new String[] {"basic"}));
        return new Client(
                app.get("id").asText(),
                app.get("clientId").asText(),
                app.get("clientSecret").asText(),
                "");
    }

    private static Answer passwordGrant(Client client, String name) {
        return http().post("/etc-backend/token")
                .form(
                        "grant_type",
                        "password",
                        "client_id",
                        client.clientId(),
                        "client_secret",
                        client.secret(),
                        "username",
                        name,
                        "password",
                        PASSWORD)
                .send();
    }

    private static Answer refreshGrant(Client client, String token) {
        return http().post("/oauth2/token")
                .basic(client.clientId(), client.secret())
                .form("grant_type", "refresh_token", "refresh_token", token)
                .send();
    }

    private static Answer mine(String token) {
        return http().get("/v1/me/sessions").bearer(token).send();
    }

    private static Answer revoke(Client client, String token) {
        return http().post("/oauth2/revoke")
                .basic(client.clientId(), client.secret())
                .form("token", token)
                .send();
    }
}
