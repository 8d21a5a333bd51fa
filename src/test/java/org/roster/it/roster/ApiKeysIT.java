package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.it.Answer;
import org.roster.it.Http;

/** API keys of {@code /v1}, and what they open. */
class ApiKeysIT extends RosterApi {

    /** The ways in which a key is presented. */
    private enum Way {
        BASIC {
            @Override
            Http.Call on(Http.Call call, String id, String secret) {
                return call.basic(id, secret);
            }
        },
        KEY_HEADER {
            @Override
            Http.Call on(Http.Call call, String id, String secret) {
                return call.header("key", id + "." + secret);
            }
        },
        X_API_KEY_HEADER {
            @Override
            Http.Call on(Http.Call call, String id, String secret) {
                return call.header("X-API-Key", id + "." + secret);
            }
        },
        APIKEY_SCHEME {
            @Override
            Http.Call on(Http.Call call, String id, String secret) {
                return call.header("Authorization", "ApiKey " + id + "." + secret);
            }
        };

        abstract Http.Call on(Http.Call call, String id, String secret);
    }

    private static Answer me(JsonNode key) {
        return http().get("/v1/me").header("key", key.get("key").asText()).send();
    }

    @Test
    void aKeyIsMadeAsItIsDescribed() {
        var user = madeId("/v1/users", Map.of("username", unique("jane")));

        var answer = post("/v1/api-keys", """
                {"name": "Nightly", "description": "Imports", "scopes": ["users:read", "users:create"],
                 "user": "%s", "expiresAt": "2099-01-01T00:00:00Z"}""".formatted(user));

        assertStatus(answer, 201);
        var body = (ObjectNode) answer.json();
        var id = body.get("id").asText();
        assertThat(id).matches("[0-9A-Z]{25}");
        assertThat(answer.header("Location")).isEqualTo(base() + "/v1/api-keys/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var secret = body.remove("secret").asText();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(body.remove("key").asText()).isEqualTo(id + "." + secret);
        assertThat(get("/v1/api-keys/" + id).json()).isEqualTo(body);
        for (var given : List.of("id", "tenant", "createdAt", "updatedAt")) {
            assertThat(body.remove(given).asText()).isNotBlank();
        }
        assertThat(body).isEqualTo(json("""
                {"name": "Nightly", "description": "Imports", "status": "ACTIVE",
                 "scopes": ["users:create", "users:read"], "user": "%s", "application": null, "hint": "%s",
                 "expiresAt": "2099-01-01T00:00:00Z", "lastUsedAt": null, "version": 1}
                """.formatted(user, secret.substring(39))));
    }

    @ParameterizedTest
    @EnumSource
    void everyWayInEndsAsTheSameCaller(Way way) {
        var key = made("/v1/api-keys", Map.of("name", "k", "scopes", List.of("users:read")));
        var id = key.get("id").asText();
        var secret = key.get("secret").asText();

        var me = way.on(http().get("/v1/me"), id, secret).send();

        assertThat(me.json()).isEqualTo(json("""
                {"tenant": "%s", "kind": "API_KEY", "id": "%s", "name": "%2$s", "user": null, "clientId": null,
                 "scopes": ["users:read"]}""".formatted(key.get("tenant").asText(), id)));
        assertStatus(way.on(http().get("/v1/users?limit=1"), id, secret).send(), 200);
        assertStatus(way.on(http().get("/v1/groups?limit=1"), id, secret).send(), 403);
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSecretOpensNothing(Way way) {
        var id = madeId("/v1/api-keys", Map.of("name", "k", "scopes", List.of("users:read")));

        for (var secret : List.of("", "x", "0123456789012345678901234567890123456789012")) {
            assertRefused(way.on(http().get("/v1/me"), id, secret).send(), 401, "credential_invalid");
        }
        assertRefused(
                way.on(http().get("/v1/me"), "0000000000000000000000001", "x").send(), 401, "credential_invalid");
    }

    @Test
    void aKeyOpensOnlyWhatItsOwnerHolds() {
        var group = madeId("/v1/groups", Map.of("name", unique("group"), "permissions", List.of("users:read")));
        var user = madeId("/v1/users", Map.of("username", unique("jane"), "groups", List.of(group)));
        var key =
                made("/v1/api-keys", Map.of("name", "k", "user", user, "scopes", List.of("users:read", "groups:read")));

        assertThat(me(key).json().get("scopes")).isEqualTo(json("[\"users:read\"]"));
        assertThat(me(key).json().get("user").asText()).isEqualTo(user);
        delete("/v1/groups/" + group + "/members/" + user);
        assertThat(me(key).json().get("scopes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"status, '\"INACTIVE\"'", "accountLocked, true", "accountExpired, true"})
    void aKeyOfAUserOutOfUseOpensNothing(String member, String value) {
        var user = madeId("/v1/users", Map.of("username", unique("jane")));
        var key = made("/v1/api-keys", Map.of("name", "k", "user", user));
        assertStatus(me(key), 200);

        assertStatus(patch("/v1/users/" + user, "{\"" + member + "\": " + value + "}"), 200);

        assertRefused(me(key), 401, "credential_invalid");
    }

    @Test
    void aKeyOfAnApplicationOutOfUseOpensNothing() {
        var application = madeId("/v1/applications", Map.of("name", unique("app"), "scopes", List.of("users:read")));
        var key =
                made("/v1/api-keys", Map.of("name", "k", "application", application, "scopes", List.of("users:read")));
        assertThat(me(key).json().get("scopes")).isEqualTo(json("[\"users:read\"]"));

        patch("/v1/applications/" + application, "{\"status\": \"INACTIVE\"}");

        assertStatus(me(key), 401);
    }

    @Test
    void aKeyIsTurnedOffAndOnAndRemoved() {
        var key = made("/v1/api-keys", Map.of("name", "k"));
        var path = "/v1/api-keys/" + key.get("id").asText();

        patch(path, "{\"status\": \"INACTIVE\"}");
        assertStatus(me(key), 401);
        patch(path, "{\"status\": \"ACTIVE\"}");
        assertStatus(me(key), 200);
        assertStatus(delete(path), 204);
        assertStatus(me(key), 401);
        assertProblem(get(path), 404, "Not Found", "api_key_unknown", "there is no such API key", "api_key");
    }

    @Test
    void aKeyEndsWhenItExpires() throws InterruptedException {
        var end = Instant.now().plusMillis(1500);
        var key = made("/v1/api-keys", Map.of("name", "k", "expiresAt", end.toString()));
        assertStatus(me(key), 200);

        Thread.sleep(Duration.between(Instant.now(), end).toMillis() + 50);

        assertStatus(me(key), 401);
    }

    @Test
    void aPatchChangesWhatItNames() {
        var made = (ObjectNode) made(
                "/v1/api-keys",
                Map.of(
                        "name",
                        "k",
                        "description",
                        "d",
                        "scopes",
                        List.of("users:read"),
                        "expiresAt",
                        "2099-01-01T00:00:00Z"));
        made.remove(List.of("secret", "key"));

        var answer = patch("/v1/api-keys/" + made.get("id").asText(), """
                {"name": "k2", "description": null, "scopes": ["groups:read"], "expiresAt": null}""");

        assertStatus(answer, 200);
        var after = (ObjectNode) answer.json();
        after.remove("updatedAt");
        made.remove("updatedAt");
        made.put("name", "k2").putNull("description").putNull("expiresAt").put("version", 2);
        made.set("scopes", json("[\"groups:read\"]"));
        assertThat(after).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name",
                "{\"status\": null} | status",
                "{\"scopes\": null} | scopes",
                "{\"scopes\": [7]} | scopes",
                "{\"expiresAt\": \"tomorrow\"} | expiresAt",
                "{\"user\": null} | user",
                "{\"secret\": \"x\"} | secret",
            })
    void aPatchOfTheWrongFormIsRefusedByMember(String body, String field) {
        var id = madeId("/v1/api-keys", Map.of("name", "k"));

        var answer = patch("/v1/api-keys/" + id, body);

        assertStatus(answer, 400);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | invalid | name",
                "{\"name\": \"k\", \"scopes\": [null]} | 400 | value_invalid | scopes",
                "{\"name\": \"k\", \"expiresAt\": \"2001-01-01T00:00:00Z\"} | 400 | value_invalid | expiresAt",
                "{\"name\": \"k\", \"user\": \"01900000-0000-7000-8000-000000000000\"} | 404 | user_unknown | user",
                "{\"name\": \"k\", \"application\": \"01900000-0000-7000-8000-000000000000\"} | 404 |"
                        + " application_unknown | application",
                "{\"name\": \"k\", \"user\": \"01900000-0000-7000-8000-000000000000\","
                        + " \"application\": \"01900000-0000-7000-8000-000000000000\"} | 400 | value_invalid | application",
            })
    void aBodyWithAWrongMemberIsRefusedByItsName(String body, int status, String code, String field) {
        var answer = post("/v1/api-keys", body);

        assertRefused(answer, status, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @Test
    void aListIsFilteredByOwnerAndShowsNoSecrets() {
        var tenant = tenant();
        var user = madeId("/v1/users", Map.of("tenant", tenant, "username", "jane"));
        var application = madeId("/v1/applications", Map.of("tenant", tenant, "name", "App"));
        made("/v1/api-keys", Map.of("tenant", tenant, "name", "of jane", "user", user));
        made("/v1/api-keys", Map.of("tenant", tenant, "name", "of app", "application", application));
        made("/v1/api-keys", Map.of("tenant", tenant, "name", "of nobody"));
        var list = "/v1/api-keys?limit=1&tenant=" + tenant;

        assertThat(walk(list, "name")).containsExactly("of jane", "of app", "of nobody");
        assertThat(walk(list + "&user=" + user, "name")).containsExactly("of jane");
        assertThat(walk(list + "&application=" + application, "name")).containsExactly("of app");
        var item = get(list).json().get("items").get(0);
        assertThat(item.has("secret") || item.has("key")).isFalse();
    }
}
