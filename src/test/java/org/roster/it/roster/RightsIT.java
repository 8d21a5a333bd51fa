package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;

/** Nobody gives, takes or uses rights that they do not hold themselves (R10). Each refusal leaves everything as it was. */
class RightsIT extends RosterApi {

    private static String tenant;

    /** Holds the verbs, but neither tenants:read nor platform, which the strong ones below hold. */
    private static String weak;

    private static String strongGroup;
    private static String strongUser;
    private static Client strongClient;

    @BeforeAll
    static void build() {
        tenant = tenant();
        weak = clientOf(
                        tenant,
                        "users:create",
                        "users:read",
                        "users:update",
                        "users:delete",
                        "groups:create",
                        "groups:read",
                        "groups:update",
                        "groups:delete",
                        "applications:create",
                        "applications:read",
                        "applications:update",
                        "applications:delete",
                        "api-keys:create",
                        "api-keys:read",
                        "api-keys:update",
                        "api-keys:delete")
                .token();
        strongGroup = madeId(
                "/v1/groups",
                Map.of("tenant", tenant, "name", "Strong", "permissions", List.of("users:read", "tenants:read")));
        strongUser = madeId(
                "/v1/users",
                Map.of("tenant", tenant, "username", "boss", "password", PASSWORD, "groups", List.of(strongGroup)));
        strongClient = clientOf(tenant, "tenants:read");
    }

    private static void assertExceeded(Answer answer) {
        assertRefused(answer, 403, "rights_exceeded");
    }

    private static Answer weakly(String method, String path, String body) {
        var call = http().call(method, path).bearer(weak);
        return (body == null ? call : call.json(body)).send();
    }

    @Test
    void aUserCannotBeMadeInAStrongerGroup() {
        var answer = weakly("POST", "/v1/users", """
                {"username": "climber", "groups": ["%s"]}""".formatted(strongGroup));

        assertProblem(
                answer,
                403,
                "Forbidden",
                "rights_exceeded",
                "the group 'strong' carries rights that the caller does not hold",
                null);
        assertThat(get("/v1/users?username=climber&tenant=" + tenant).json().get("items"))
                .isEmpty();
    }

    @Test
    void nobodyIsPutIntoOrTakenOutOfAStrongerGroup() {
        var user = made(weak, "/v1/users", Map.of("username", unique("joiner")))
                .get("id")
                .asText();

        assertExceeded(weakly("PUT", "/v1/groups/" + strongGroup + "/members/" + user, null));
        assertExceeded(weakly("DELETE", "/v1/groups/" + strongGroup + "/members/" + strongUser, null));

        assertThat(members(
                        get("/v1/groups/" + strongGroup + "/members?tenant=" + tenant)
                                .json(),
                        "username"))
                .containsExactly("boss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"Renamed\"}",
                "{\"permissions\": []}",
                "{\"status\": \"INACTIVE\"}",
                "{\"permissions\": [\"users:read\", \"tenants:read\"]}"
            })
    void aStrongerGroupCannotBeEdited(String change) {
        assertExceeded(weakly("PATCH", "/v1/groups/" + strongGroup, change));

        assertThat(get("/v1/groups/" + strongGroup + "?tenant=" + tenant).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void aStrongerGroupCannotBeRemoved() {
        assertExceeded(weakly("DELETE", "/v1/groups/" + strongGroup, null));

        assertStatus(get("/v1/groups/" + strongGroup + "?tenant=" + tenant), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenants:read", "platform", "signing-keys:rotate", "payroll:approve"})
    void aGroupCannotBeGivenWhatItsMakerLacks(String permission) {
        var group = made(weak, "/v1/groups", Map.of("name", unique("group"), "permissions", List.of("users:read")))
                .get("id")
                .asText();

        assertExceeded(weakly("POST", "/v1/groups", """
                {"name": "Climbers", "permissions": ["%s"]}""".formatted(permission)));
        assertExceeded(weakly("PATCH", "/v1/groups/" + group, """
                {"permissions": ["users:read", "%s"]}""".formatted(permission)));

        assertThat(get("/v1/groups?code=climbers&tenant=" + tenant).json().get("items"))
                .isEmpty();
        assertThat(get("/v1/groups/" + group + "?tenant=" + tenant).json().get("permissions"))
                .isEqualTo(json("[\"users:read\"]"));
    }

    @Test
    void aClientCannotBeGivenWhatItsMakerLacks() {
        var own = made(weak, "/v1/applications", Map.of("name", unique("own")))
                .get("id")
                .asText();

        assertExceeded(weakly("POST", "/v1/applications", """
                {"name": "Climber", "scopes": ["tenants:read"]}"""));
        assertExceeded(weakly("PATCH", "/v1/applications/" + own, """
                {"scopes": ["tenants:read"]}"""));

        assertThat(get("/v1/applications?name=Climber&tenant=" + tenant).json().get("items"))
                .isEmpty();
        assertThat(get("/v1/applications/" + own + "?tenant=" + tenant).json().get("scopes"))
                .isEmpty();
    }

    @Test
    void aStrongerClientGetsNoNewSecret() {
        assertExceeded(weakly("POST", "/v1/applications/" + strongClient.id() + "/secret", "{\"overlapSeconds\": 0}"));

        assertStatus(tokenAnswer(strongClient.clientId(), strongClient.secret()), 200);
        assertThat(get("/v1/applications/" + strongClient.id() + "?tenant=" + tenant)
                        .json()
                        .get("secrets"))
                .hasSize(1);
    }

    @Test
    void aStrongerClientIsNeitherEditedNorRemoved() {
        var path = "/v1/applications/" + strongClient.id();

        assertExceeded(weakly("PATCH", path, "{\"redirectUris\": [\"https://evil.example/\"]}"));
        assertExceeded(weakly("DELETE", path, null));

        assertThat(get(path + "?tenant=" + tenant).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aKeyCannotOpenWhatItsMakerCannot() {
        assertExceeded(weakly("POST", "/v1/api-keys", """
                {"name": "climber", "scopes": ["tenants:read"]}"""));
        assertExceeded(weakly("POST", "/v1/users", """
                {"username": "keyholder", "apiKey": {"name": "climber", "scopes": ["platform"]}}"""));

        assertThat(get("/v1/api-keys?tenant=" + tenant).text()).doesNotContain("climber");
        assertThat(get("/v1/users?username=keyholder&tenant=" + tenant).json().get("items"))
                .isEmpty();
    }

    @Test
    void aKeyInTheNameOfAStrongerOwnerIsNotMade() {
        assertExceeded(weakly("POST", "/v1/api-keys", """
                {"name": "climber", "user": "%s", "scopes": ["users:update"]}""".formatted(strongUser)));
        assertExceeded(weakly("POST", "/v1/api-keys", """
                {"name": "climber", "application": "%s"}""".formatted(strongClient.id())));

        assertThat(get("/v1/api-keys?tenant=" + tenant).text()).doesNotContain("climber");
    }

    @Test
    void aStrongerKeyIsNeitherEditedNorRemoved() {
        var key = madeId("/v1/api-keys", Map.of("tenant", tenant, "name", "strong", "scopes", List.of("tenants:read")));

        assertExceeded(weakly("PATCH", "/v1/api-keys/" + key, "{\"status\": \"INACTIVE\"}"));
        assertExceeded(weakly("DELETE", "/v1/api-keys/" + key, null));

        assertThat(get("/v1/api-keys/" + key + "?tenant=" + tenant).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"a passphrase of the intruder\"}",
                "{\"email\": \"intruder@example.com\"}",
                "{\"username\": \"intruder\"}",
                "{\"status\": \"INACTIVE\"}",
                "{\"resetPassword\": true}"
            })
    void aStrongerUserCannotBeChanged(String change) {
        assertExceeded(weakly("PATCH", "/v1/users/" + strongUser, change));

        assertThat(get("/v1/users/" + strongUser + "?tenant=" + tenant).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void aStrongerUserCannotBeRemoved() {
        assertExceeded(weakly("DELETE", "/v1/users/" + strongUser, null));

        assertStatus(get("/v1/users/" + strongUser + "?tenant=" + tenant), 200);
    }

    @Test
    void theAdministratorKeepsTheirPassword() {
        var helpDesk = client("users:read", "users:update").token();
        var admin = get("/v1/users?username=admin")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();

        var answer = http().patch("/v1/users/" + admin)
                .bearer(helpDesk)
                .json("{\"password\": \"a passphrase of the intruder\"}")
                .send();

        assertExceeded(answer);
        assertStatus(
                http().get("/v1/me").basic("admin", Credentials.ADMIN_PASSWORD).send(), 200);
    }

    @Test
    void oneWhoHoldsPermissionsGrantGivesWordsOfOtherSystemsButNoMoreOfOurs() {
        var granter = clientOf(tenant, "groups:create", "permissions:grant").token();

        var other = http().post("/v1/groups")
                .bearer(granter)
                .json(Map.of("name", unique("g"), "permissions", List.of("payroll:approve")))
                .send();
        var ours = http().post("/v1/groups")
                .bearer(granter)
                .json(Map.of("name", unique("g"), "permissions", List.of("users:read")))
                .send();

        assertStatus(other, 201);
        assertExceeded(ours);
    }

    @Test
    void aTokenWithFewerScopesThanItsClientIsHeldToTheToken() {
        var answer = http().post("/v1/groups")
                .bearer(token("groups:create"))
                .json(Map.of("name", unique("g"), "permissions", List.of("users:read")))
                .send();

        assertExceeded(answer);
    }

    @Test
    void aNarrowKeyDoesNotBecomeItsOwnersLogIn() {
        var group = madeId(
                "/v1/groups", Map.of("name", unique("narrow"), "permissions", List.of("users:update", "tenants:read")));
        var owner = made(
                "/v1/users",
                Map.of(
                        "username",
                        unique("owner"),
                        "groups",
                        List.of(group),
                        "apiKey",
                        Map.of("name", "narrow", "scopes", List.of("users:update"))));
        var path = "/v1/users/" + owner.get("id").asText();
        var key = owner.at("/apiKey/key").asText();

        for (String change : List.of(
                "{\"password\": \"" + PASSWORD + "\"}",
                "{\"passwordHash\": null}",
                "{\"username\": \"" + unique("other") + "\"}",
                "{\"email\": \"" + unique("other") + "@example.com\"}")) {
            assertExceeded(http().patch(path)
                    .header("X-API-Key", key)
                    .mergePatch(change)
                    .send());
        }
        var name = http().patch(path)
                .header("X-API-Key", key)
                .mergePatch("{\"givenName\": \"Own\"}")
                .send();

        assertThat(name.status()).isEqualTo(200);
        assertThat(name.json().get("hasPassword").asBoolean()).isFalse();
    }

    @Test
    void aMemberOfAStrongGroupStaysStrongWhileTheGroupIsInactive() {
        var group = madeId("/v1/groups", Map.of("name", unique("asleep"), "permissions", List.of("tenants:delete")));
        var user = madeId("/v1/users", Map.of("username", unique("asleep"), "groups", List.of(group)));
        http().patch("/v1/groups/" + group)
                .bearer(token())
                .mergePatch("{\"status\": \"INACTIVE\"}")
                .send();

        assertExceeded(http().patch("/v1/users/" + user)
                .bearer(token("users:update"))
                .mergePatch("{\"password\": \"" + PASSWORD + "\"}")
                .send());
    }
}
