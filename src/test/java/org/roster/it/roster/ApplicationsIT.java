package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications of {@code /v1}: OAuth clients with their secrets, and who is assigned to them. */
class ApplicationsIT extends RosterApi {

    @Test
    void anApplicationIsMadeAsItIsDescribed() {
        var name = unique("Payroll");

        var answer = post("/v1/applications", """
                {"name": "%1$s", "description": "Pays", "clientId": "client-%1$s", "scopes": ["users:read"],
                 "grantTypes": ["refresh_token", "client_credentials"],
                 "redirectUris": ["https://pay.example/cb", "http://localhost:8080/cb"],
                 "accessTokenSeconds": 120, "selfRegistration": true, "customData": {"a": [1]}}
                """.formatted(name));

        assertStatus(answer, 201);
        var body = (ObjectNode) answer.json();
        var id = body.get("id").asText();
        assertThat(answer.header("Location")).isEqualTo(base() + "/v1/applications/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var secret = body.remove("clientSecret").asText();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(body.get("secrets")).hasSize(1);
        assertThat(body.get("secrets").get(0).get("hint").asText()).isEqualTo(secret.substring(39));
        assertThat(get("/v1/applications/" + id).json()).isEqualTo(body);
        for (var given : List.of("id", "tenant", "createdAt", "updatedAt", "secrets")) {
            body.remove(given);
        }
        assertThat(body).isEqualTo(json("""
                {"name": "%1$s", "description": "Pays", "status": "ACTIVE", "clientId": "client-%1$s",
                 "confidential": true, "grantTypes": ["client_credentials", "refresh_token"],
                 "scopes": ["users:read"], "redirectUris": ["https://pay.example/cb", "http://localhost:8080/cb"],
                 "accessTokenSeconds": 120, "selfRegistration": true, "customData": {"a": [1]}, "version": 1}
                """.formatted(name)));
        assertThat(tokenAnswer("client-" + name, secret)
                        .json()
                        .get("expires_in")
                        .asInt())
                .isEqualTo(120);
    }

    @Test
    void aConfidentialApplicationMayUseClientCredentialsUnlessSaidOtherwise() {
        assertThat(made("/v1/applications", Map.of("name", unique("app"))).get("grantTypes"))
                .isEqualTo(json("[\"client_credentials\"]"));
        assertThat(made("/v1/applications", Map.of("name", unique("app"), "grantTypes", List.of()))
                        .get("grantTypes"))
                .isEqualTo(json("[]"));
    }

    @Test
    void aPublicApplicationHasNoSecret() {
        var made = made("/v1/applications", Map.of("name", unique("app"), "confidential", false));

        assertThat(made.has("clientSecret")).isFalse();
        assertThat(made.get("secrets")).isEmpty();
        assertThat(made.get("grantTypes")).isEmpty();
        assertProblem(
                post("/v1/applications/" + made.get("id").asText() + "/secret", "{}"),
                400,
                "Bad Request",
                "value_invalid",
                "a public client has no secret",
                "id");
    }

    @Test
    void namesAndClientIdsAreTakenOnce() {
        var name = unique("App");
        made("/v1/applications", Map.of("name", name, "clientId", name));

        var sameName = post("/v1/applications", """
                {"name": "%s"}""".formatted(name.toUpperCase(Locale.ROOT)));
        var sameClient = post("/v1/applications", """
                {"name": "Another %1$s", "clientId": "%1$s"}""".formatted(name));
        var inAnotherTenant = post("/v1/applications", """
                {"tenant": "%2$s", "name": "%1$s", "clientId": "%1$s"}""".formatted(name, tenant()));

        assertProblem(
                sameName,
                409,
                "Conflict",
                "application_name_taken",
                "another application of the tenant has this name",
                "name");
        assertProblem(
                sameClient,
                409,
                "Conflict",
                "client_id_taken",
                "another application has this client identifier",
                "clientId");
        assertRefused(inAnotherTenant, 409, "client_id_taken");
    }

    @Test
    void twoSecretsAreGoodWhileTheyOverlap() {
        var client = client("users:read");
        var asked = Instant.now();

        var answer = post("/v1/applications/" + client.id() + "/secret", "{\"overlapSeconds\": 3600}");

        assertStatus(answer, 201);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var secret = answer.json().get("clientSecret").asText();
        assertThat(secret).isNotEqualTo(client.secret());
        assertStatus(tokenAnswer(client.clientId(), client.secret()), 200);
        assertStatus(tokenAnswer(client.clientId(), secret), 200);
        var secrets = get("/v1/applications/" + client.id()).json().get("secrets");
        assertThat(secrets).hasSize(2);
        assertThat(Duration.between(
                        asked, Instant.parse(secrets.get(0).get("expiresAt").asText())))
                .isBetween(Duration.ofSeconds(3590), Duration.ofSeconds(3660));
        assertThat(secrets.get(1).get("expiresAt").isNull()).isTrue();
        assertThat(get("/v1/applications/" + client.id()).text()).doesNotContain(secret);
    }

    @Test
    void anOverlapOfZeroEndsTheOldSecretAtOnce() {
        var client = client("users:read");

        var answer = post("/v1/applications/" + client.id() + "/secret", "{\"overlapSeconds\": 0}");

        var secret = answer.json().get("clientSecret").asText();
        var refused = tokenAnswer(client.clientId(), client.secret());
        assertStatus(refused, 401);
        assertThat(refused.json().get("error").asText()).isEqualTo("invalid_client");
        assertStatus(tokenAnswer(client.clientId(), secret), 200);
    }

    @Test
    void anOverlapIsADayUnlessSaidOtherwise() {
        var client = client("users:read");
        var asked = Instant.now();

        var secrets =
                post("/v1/applications/" + client.id() + "/secret", "{}").json().get("secrets");

        assertThat(Duration.between(
                        asked, Instant.parse(secrets.get(0).get("expiresAt").asText())))
                .isBetween(
                        Duration.ofHours(24).minusSeconds(10),
                        Duration.ofHours(24).plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"-1", "2592001", "1.5", "'\"60\"'"})
    void anOverlapOutsideOfThirtyDaysIsRefused(String overlap) {
        var client = client("users:read");

        assertStatus(post("/v1/applications/" + client.id() + "/secret", "{\"overlapSeconds\": " + overlap + "}"), 400);

        assertStatus(tokenAnswer(client.clientId(), client.secret()), 200);
    }

    @Test
    void aPatchChangesWhatItNames() {
        var made = (ObjectNode) made(
                "/v1/applications",
                Map.of(
                        "name", unique("app"),
                        "scopes", List.of("users:read"),
                        "accessTokenSeconds", 120,
                        "customData", Map.of("a", 1, "b", 2)));
        made.remove("clientSecret");

        var answer = patch("/v1/applications/" + made.get("id").asText(), """
                {"accessTokenSeconds": null, "grantTypes": ["password", "refresh_token"], "scopes": ["groups:read"],
                 "redirectUris": ["com.example.app:/cb"], "selfRegistration": true, "customData": {"a": null}}""");

        assertStatus(answer, 200);
        var after = (ObjectNode) answer.json();
        after.remove("updatedAt");
        made.remove("updatedAt");
        made.putNull("accessTokenSeconds").put("selfRegistration", true).put("version", 2);
        made.set("grantTypes", json("[\"password\", \"refresh_token\"]"));
        made.set("scopes", json("[\"groups:read\"]"));
        made.set("redirectUris", json("[\"com.example.app:/cb\"]"));
        made.set("customData", json("{\"b\": 2}"));
        assertThat(after).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name",
                "{\"status\": null} | status",
                "{\"grantTypes\": null} | grantTypes",
                "{\"grantTypes\": [\"implicit\"]} | grantTypes",
                "{\"grantTypes\": [\"CLIENT_CREDENTIALS\"]} | grantTypes",
                "{\"scopes\": null} | scopes",
                "{\"redirectUris\": null} | redirectUris",
                "{\"redirectUris\": [\"http://pay.example/\"]} | redirectUris",
                "{\"redirectUris\": [\"https://pay.example/#f\"]} | redirectUris",
                "{\"redirectUris\": [\"javascript:alert(1)\"]} | redirectUris",
                "{\"selfRegistration\": null} | selfRegistration",
                "{\"accessTokenSeconds\": 59} | accessTokenSeconds",
                "{\"accessTokenSeconds\": 3601} | accessTokenSeconds",
                "{\"clientId\": \"x\"} | clientId",
                "{\"clientSecret\": \"x\"} | clientSecret",
                "{\"confidential\": false} | confidential",
            })
    void aPatchOfTheWrongFormIsRefusedByMember(String body, String field) {
        var id = madeId("/v1/applications", Map.of("name", unique("app")));

        var answer = patch("/v1/applications/" + id, body);

        assertStatus(answer, 400);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
        assertThat(get("/v1/applications/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid | name",
                "{\"name\": \"x\", \"clientId\": \"a b\"} | value_invalid | clientId",
                "{\"name\": \"x\", \"grantTypes\": [\"implicit\"]} | value_invalid | grantTypes",
                "{\"name\": \"x\", \"grantTypes\": [null]} | value_invalid | grantTypes",
                "{\"name\": \"x\", \"confidential\": false, \"grantTypes\": [\"client_credentials\"]} | value_invalid | grantTypes",
                "{\"name\": \"x\", \"redirectUris\": [null]} | value_invalid | redirectUris",
                "{\"name\": \"x\", \"redirectUris\": [\"//pay.example\"]} | value_invalid | redirectUris",
                "{\"name\": \"x\", \"scopes\": [null]} | value_invalid | scopes",
                "{\"name\": \"x\", \"accessTokenSeconds\": 1} | invalid | accessTokenSeconds",
            })
    void aBodyWithAWrongMemberIsRefusedByItsName(String body, String code, String field) {
        var answer = post("/v1/applications", body);

        assertRefused(answer, 400, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @Test
    void anInactiveApplicationGetsNoTokenAndItsOldOneStops() {
        var client = client("users:read");
        assertStatus(http().get("/v1/users?limit=1").bearer(client.token()).send(), 200);

        patch("/v1/applications/" + client.id(), "{\"status\": \"INACTIVE\"}");

        assertStatus(tokenAnswer(client.clientId(), client.secret()), 401);
        assertStatus(http().get("/v1/users?limit=1").bearer(client.token()).send(), 401);
    }

    @Test
    void aScopeThatIsTakenAwayIsGoneFromTokensThatAreOut() {
        var client = client("users:read", "groups:read");

        patch("/v1/applications/" + client.id(), "{\"scopes\": [\"groups:read\"]}");

        assertStatus(http().get("/v1/users?limit=1").bearer(client.token()).send(), 403);
        assertStatus(http().get("/v1/groups?limit=1").bearer(client.token()).send(), 200);
    }

    @Test
    void assigningMayBeRepeatedAndIsListedOnBothSides() {
        var application = madeId("/v1/applications", Map.of("name", unique("app")));
        var user = madeId("/v1/users", Map.of("username", unique("jane")));
        var assignment = "/v1/applications/" + application + "/users/" + user;

        assertStatus(put(assignment), 204);
        assertStatus(put(assignment), 204);
        assertThat(members(get("/v1/applications/" + application + "/users").json(), "id"))
                .containsExactly(user);
        assertThat(members(get("/v1/users/" + user + "/applications").json(), "id"))
                .containsExactly(application);
        assertThat(members(get("/v1/applications?user=" + user).json(), "id")).containsExactly(application);
        assertStatus(delete(assignment), 204);
        assertStatus(delete(assignment), 204);
        assertThat(members(get("/v1/applications/" + application + "/users").json(), "id"))
                .isEmpty();
        assertThat(members(get("/v1/events?subject=" + user).json(), "type"))
                .containsExactly("user.created", "user.assigned", "user.unassigned");
    }

    @Test
    void aListIsFilteredByNameAndClientIdAndShowsNoSecrets() {
        var tenant = tenant();
        var one = made("/v1/applications", Map.of("tenant", tenant, "name", "One"));
        var two = made("/v1/applications", Map.of("tenant", tenant, "name", "Two"));
        var list = "/v1/applications?limit=1&tenant=" + tenant;

        assertThat(walk(list, "name")).containsExactly("One", "Two");
        assertThat(walk(list + "&name=two", "id")).containsExactly(two.get("id").asText());
        assertThat(walk(list + "&clientId=" + one.get("clientId").asText(), "name"))
                .containsExactly("One");
        var item = get(list).json().get("items").get(0);
        assertThat(item.has("secrets") || item.has("clientSecret")).isFalse();
    }

    @Test
    void anApplicationThatGroupsOrKeysBelongToStays() {
        var application = madeId("/v1/applications", Map.of("name", unique("app")));
        var group = madeId("/v1/groups", Map.of("name", unique("group"), "application", application));

        var answer = delete("/v1/applications/" + application);

        assertProblem(
                answer,
                409,
                "Conflict",
                "application_in_use",
                "groups or API keys still belong to the application",
                null);
        delete("/v1/groups/" + group);
        assertStatus(delete("/v1/applications/" + application), 204);
    }

    @Test
    void aRemovedApplicationIsGoneWithItsTokens() {
        var client = client("users:read");
        var user = madeId("/v1/users", Map.of("username", unique("jane"), "applications", List.of(client.id())));

        assertStatus(delete("/v1/applications/" + client.id()), 204);

        assertRefused(get("/v1/applications/" + client.id()), 404, "application_unknown");
        assertStatus(http().get("/v1/users?limit=1").bearer(client.token()).send(), 401);
        assertThat(members(get("/v1/users/" + user + "/applications").json(), "id"))
                .isEmpty();
    }
}
