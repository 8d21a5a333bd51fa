package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** Log-ins, wrong tries and refused access in the trail (R2, R64). */
class AccessEventsIT extends RosterApi {

    private static String person(String name) {
        return madeId("/v1/users", Map.of("username", name, "email", name + "@example.com", "password", PASSWORD));
    }

    private static Answer logIn(String name, String password) {
        return http().post("/amani/api/v2/user/login")
                .header("X-Request-Id", "try-" + name)
                .json(Map.of("username", name, "password", password))
                .send();
    }

    private static List<JsonNode> events(String query) {
        var items = get("/v1/events?limit=1000&order=desc&" + query).json().get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static JsonNode only(String query) {
        var events = events(query);
        assertThat(events).as(query).hasSize(1);
        return events.get(0);
    }

    @Test
    void aLogInIsAnEventOfTheUserByTheUser() {
        var name = unique("jane");
        var id = person(name);
        assertStatus(logIn(name, PASSWORD), 200);

        var event = only("type=user.logged_in&subject=" + id);
        assertThat(event.get("actor"))
                .isEqualTo(json("{\"kind\": \"USER\", \"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name)));
        assertThat(event.get("after")).isEqualTo(json("{\"by\": \"password\", \"address\": \"127.0.0.1\"}"));
        assertThat(event.get("contract").asText()).isEqualTo("amani");
        assertThat(event.get("requestId").asText()).isEqualTo("try-" + name);
    }

    @Test
    void aPasswordThatComesWithEachRequestIsToldOfOnce() {
        var name = unique("jane");
        var id = person(name);
        for (int i = 0; i < 3; i++) {
            assertStatus(http().get("/v1/me").basic(name, PASSWORD).send(), 200);
        }

        assertThat(only("type=user.logged_in&subject=" + id).get("after"))
                .isEqualTo(json("{\"by\": \"request\", \"address\": \"127.0.0.1\"}"));
    }

    @Test
    void aWrongPasswordIsAnEventThatDoesNotSayIt() {
        var name = unique("jane");
        var id = person(name);
        assertStatus(logIn(name, "not the passphrase of anybody"), 401);
        assertStatus(http().get("/v1/me").basic(name, "nor this one, either").send(), 401);

        var events = events("type=user.log_in_failed&subject=" + id);
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.get("after")).isEqualTo(json("{\"of\": \"password\", \"address\": \"127.0.0.1\"}"));
            assertThat(event.at("/actor/kind").asText()).isEqualTo("SYSTEM");
            assertThat(event.toString()).doesNotContain("passphrase", "nor this");
        });
        assertThat(events("type=user.logged_in&subject=" + id)).isEmpty();
    }

    @Test
    void aNameThatIsNobodysIsAnEventOfTheTenantWithoutTheName() {
        var name = unique("nobody");
        http().post("/amani/api/v2/user/login")
                .header("X-Request-Id", "stranger-1" + name.hashCode())
                .json(Map.of("username", name, "password", PASSWORD))
                .send();

        var found = events("type=tenant.log_in_failed").stream()
                .filter(event -> event.get("requestId").asText().equals("stranger-1" + name.hashCode()))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("after")).isEqualTo(json("{\"of\": \"password\", \"address\": \"127.0.0.1\"}"));
        assertThat(found.get(0).toString()).doesNotContain(name);
    }

    @Test
    void aWrongSecretOfAClientAndOfAKeyIsAnEventOfIts() {
        var client = client("users:read");
        var key = made("/v1/api-keys", Map.of("name", "k", "scopes", List.of("users:read")));
        var keyId = key.get("id").asText();
        assertStatus(tokenAnswer(client.clientId(), "wrong"), 401);
        assertStatus(http().get("/v1/users").header("key", keyId + ".wrong").send(), 401);

        assertThat(only("type=application.log_in_failed&subject=" + client.id()).get("after"))
                .isEqualTo(json("{\"address\": \"127.0.0.1\"}"));
        assertThat(only("type=api_key.log_in_failed&subject=" + keyId).get("after"))
                .isEqualTo(json("{\"address\": \"127.0.0.1\"}"));
    }

    @Test
    void aMissingScopeIsAnEventAndARepetitionIsOnlyCounted() {
        var client = client("users:read");
        IntStream.range(0, 8)
                .forEach(i -> assertStatus(
                        http().post("/v1/users")
                                .bearer(client.token())
                                .json(Map.of("username", unique("never")))
                                .send(),
                        403));
        assertStatus(
                http().delete("/v1/groups/" + UNKNOWN).bearer(client.token()).send(), 403);

        var events = events("type=application.access_refused&subject=" + client.id());
        assertThat(events.stream().map(event -> event.get("after")).toList())
                .containsExactly(
                        refused("groups:delete", "DELETE"),
                        refused("users:create", "POST"),
                        refused("users:create", "POST"),
                        refused("users:create", "POST"));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/actor/name").asText()).isEqualTo(client.clientId());
            assertThat(event.get("contract").asText()).isEqualTo("roster");
        });
    }

    private static JsonNode refused(String scope, String method) {
        return json("{\"why\": \"SCOPE_MISSING\", \"of\": \"%s\", \"method\": \"%s\", \"address\": \"127.0.0.1\"}"
                .formatted(scope, method));
    }

    @Test
    void rightsThatWouldBeExceededAreAnEventAlsoInADryRun() {
        var key = made("/v1/api-keys", Map.of("name", "k", "scopes", List.of("groups:create")));
        for (var dry : List.of("", "?dry_run=true")) {
            assertRefused(
                    http().post("/v1/groups" + dry)
                            .header("key", key.get("key").asText())
                            .json(Map.of("name", unique("g"), "permissions", List.of("users:delete")))
                            .send(),
                    403,
                    "rights_exceeded");
        }

        assertThat(events("type=api_key.access_refused&subject=" + key.get("id").asText()))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.at("/after/why").asText()).isEqualTo("RIGHTS_EXCEEDED"));
    }

    @Test
    void anotherTenantIsRefusedInTheTrailOfTheCallersOwn() {
        var tenant = tenant();
        var stranger = clientOf(tenant, "users:read");
        http().get("/v1/users?tenant=default").bearer(stranger.token()).send();

        var events = get("/v1/events?type=application.access_refused&tenant=" + tenant)
                .json();
        assertThat(events.at("/items/0/after/why").asText()).isEqualTo("TENANT_FOREIGN");
        assertThat(events.at("/items/0/subject").asText()).isEqualTo(stranger.id());
    }

    @Test
    void aRefreshTokenThatComesTwiceIsAnEvent() {
        var name = unique("jane");
        var id = person(name);
        var client = made(
                "/v1/applications",
                Map.of(
                        "name",
                        unique("app"),
                        "scopes",
                        List.of("users:read"),
                        "grantTypes",
                        List.of("password", "refresh_token")));
        var clientId = client.get("clientId").asText();
        var secret = client.get("clientSecret").asText();
        var first = http().post("/etc-backend/token")
                .basic(clientId, secret)
                .form("grant_type", "password", "username", name, "password", PASSWORD)
                .send()
                .json()
                .get("refresh_token")
                .asText();
        var statuses = IntStream.range(0, 2)
                .map(i -> http().post("/oauth2/token")
                        .basic(clientId, secret)
                        .form("grant_type", "refresh_token", "refresh_token", first)
                        .send()
                        .status())
                .toArray();

        assertThat(statuses).containsExactly(200, 400);
        assertThat(only("type=user.refresh_token_reused&subject=" + id).get("after"))
                .isEqualTo(json("{\"client\": \"%s\", \"address\": \"127.0.0.1\"}".formatted(clientId)));
    }

    @Test
    void historyTellsOfChangesOnly() {
        var name = unique("jane");
        var id = person(name);
        assertStatus(logIn(name, PASSWORD), 200);
        assertStatus(logIn(name, "not the passphrase of anybody"), 401);
        assertStatus(patch("/v1/users/" + id, "{\"givenName\": \"Jane\"}"), 200);

        assertThat(members(get("/v1/users/" + id + "/history").json(), "type"))
                .containsExactly("user.created", "user.updated");
        assertThat(members(get("/v1/events?subject=" + id).json(), "type"))
                .containsExactly("user.created", "user.logged_in", "user.log_in_failed", "user.updated");
    }
}
