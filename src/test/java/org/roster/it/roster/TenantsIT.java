package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants of {@code /v1}. */
class TenantsIT extends RosterApi {

    @Test
    void anIdThatNoDatabaseOfRosterKeepsIsRefused() {
        var answer = post("/v1/tenants", """
                {"id": "04a386a4-6129-823d-3437-0af63fffffff", "code": "%s", "name": "Elsewhere"}""".formatted(unique("t")));

        assertProblem(
                answer,
                400,
                "Bad Request",
                "value_invalid",
                "cannot be kept: the ninth octet of a UUID of version 8 or above must be 81 to ff",
                "id");
    }

    @Test
    void aTenantIsMadeAsItIsDescribedAndReadByIdAndCode() {
        var code = unique("Acme");

        var answer = post("/v1/tenants", """
                {"code": "%s", "name": "Acme Ltd.", "description": "d", "settings": {"a": {"b": 1}, "c": null}}""".formatted(code));

        assertStatus(answer, 201);
        var body = (ObjectNode) answer.json();
        var id = body.get("id").asText();
        assertThat(answer.header("Location")).isEqualTo(base() + "/v1/tenants/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(get("/v1/tenants/" + id).json()).isEqualTo(body);
        assertThat(get("/v1/tenants/" + code.toLowerCase(Locale.ROOT)).json()).isEqualTo(body);
        assertThat(body.remove("objectId").asText()).matches("[0-9a-f]{24}");
        for (var given : List.of("id", "createdAt", "updatedAt")) {
            assertThat(body.remove(given).asText()).isNotBlank();
        }
        assertThat(body).isEqualTo(json("""
                {"code": "%s", "name": "Acme Ltd.", "description": "d", "status": "ACTIVE",
                 "settings": {"a": {"b": 1}, "c": null}, "version": 1}""".formatted(code)));
    }

    @Test
    void aCodeIsTakenInAnyLetterCase() {
        var code = unique("t");
        made("/v1/tenants", Map.of("code", code, "name", "x"));

        var answer = post("/v1/tenants", """
                {"code": "%s", "name": "y"}""".formatted(code.toUpperCase(Locale.ROOT)));

        assertProblem(answer, 409, "Conflict", "tenant_code_taken", "another tenant has this code", "code");
    }

    @Test
    void aTenantKeepsTheIdThatItHasElsewhereAndNobodyGetsItTwice() {
        var objectId = Long.toString(0x5551aca9L + System.nanoTime() % 1000, 16) + "e179c39b"
                + "%08x".formatted(System.nanoTime() & 0xffffffffL);
        var uuid = UUID.randomUUID().toString();

        var byObjectId = made("/v1/tenants", Map.of("code", unique("t"), "name", "x", "id", objectId));
        var byUuid = made("/v1/tenants", Map.of("code", unique("t"), "name", "x", "id", uuid));

        assertThat(byObjectId.get("objectId").asText()).isEqualTo(objectId);
        assertThat(get("/v1/tenants/" + objectId).json()).isEqualTo(byObjectId);
        assertThat(byUuid.get("id").asText()).isEqualTo(uuid);
        assertThat(get("/v1/tenants/" + byUuid.get("objectId").asText()).json()).isEqualTo(byUuid);
        for (var id : List.of(objectId, uuid)) {
            http().delete("/v1/tenants/" + id).bearer(token()).send();
            var again = post("/v1/tenants", """
                    {"code": "%s", "name": "y", "id": "%s"}""".formatted(unique("t"), id));
            assertProblem(again, 409, "Conflict", "id_taken", "a tenant has or had this id", "id");
        }
    }

    @Test
    void aListHasEveryTenantOnce() {
        var made = List.of(tenant(), tenant(), tenant());

        var listed = walk("/v1/tenants?limit=2", "id");

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(made);
        assertThat(walk("/v1/tenants?limit=1000", "code")).startsWith("default");
    }

    @Test
    void aPatchChangesWhatItNames() {
        var made = (ObjectNode) made(
                "/v1/tenants",
                Map.of("code", unique("t"), "name", "x", "description", "d", "settings", Map.of("a", 1, "b", 2)));

        var answer = patch("/v1/tenants/" + made.get("code").asText(), """
                {"name": "y", "description": null, "settings": {"a": null}}""");

        assertStatus(answer, 200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var after = (ObjectNode) answer.json();
        after.remove("updatedAt");
        made.remove("updatedAt");
        made.put("name", "y").putNull("description").put("version", 2);
        made.set("settings", json("{\"b\": 2}"));
        assertThat(after).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name",
                "{\"status\": null} | status",
                "{\"status\": \"GONE\"} | status",
                "{\"settings\": 1} | settings",
                "{\"code\": \"x\"} | code",
                "{\"name\": \"a\\u0007\"} | name",
            })
    void aPatchOfTheWrongFormIsRefusedByMember(String body, String field) {
        var id = tenant();

        var answer = patch("/v1/tenants/" + id, body);

        assertStatus(answer, 400);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\"} | invalid | code",
                "{\"code\": \"x\"} | invalid | name",
                "{\"code\": \"a b\", \"name\": \"x\"} | value_invalid | code",
                "{\"code\": \".a\", \"name\": \"x\"} | value_invalid | code",
            })
    void aBodyWithAWrongMemberIsRefusedByItsName(String body, String code, String field) {
        var answer = post("/v1/tenants", body);

        assertRefused(answer, 400, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @Test
    void nobodyOfAnInactiveTenantIsLetIn() {
        var tenant = tenant();
        var client = clientOf(tenant, "users:read");
        var key = made("/v1/api-keys", Map.of("tenant", tenant, "name", "k"))
                .get("key")
                .asText();
        assertStatus(http().get("/v1/me").bearer(client.token()).send(), 200);
        assertStatus(http().get("/v1/me").header("key", key).send(), 200);

        assertStatus(patch("/v1/tenants/" + tenant, "{\"status\": \"INACTIVE\"}"), 200);

        assertStatus(http().get("/v1/me").bearer(client.token()).send(), 401);
        assertStatus(http().get("/v1/me").header("key", key).send(), 401);
        assertStatus(tokenAnswer(client.clientId(), client.secret()), 401);
    }

    @Test
    void theDefaultTenantStaysAndStaysActive() {
        assertProblem(
                delete("/v1/tenants/default"), 409, "Conflict", "tenant_in_use", "the default tenant stays", null);
        assertProblem(
                patch("/v1/tenants/default", "{\"status\": \"INACTIVE\"}"),
                409,
                "Conflict",
                "tenant_in_use",
                "the default tenant stays active",
                "status");
    }

    @Test
    void aTenantIsRemovedWhenNothingIsLeftInIt() {
        var tenant = tenant();
        var user = madeId("/v1/users", Map.of("tenant", tenant, "username", "jane"));

        var inUse = delete("/v1/tenants/" + tenant);
        delete("/v1/users/" + user + "?tenant=" + tenant);
        var stale = http().delete("/v1/tenants/" + tenant)
                .bearer(token())
                .header("If-Match", "\"5\"")
                .send();
        var empty = delete("/v1/tenants/" + tenant);

        assertProblem(
                inUse,
                409,
                "Conflict",
                "tenant_in_use",
                "the tenant still has users, groups, applications or API keys",
                null);
        assertStatus(stale, 412);
        assertStatus(empty, 204);
        assertProblem(
                get("/v1/tenants/" + tenant), 404, "Not Found", "tenant_unknown", "there is no such tenant", "tenant");
    }

    @Test
    void aPlatformCallerNamesATenantByIdOrCode() {
        var made = made("/v1/tenants", Map.of("code", unique("t"), "name", "x"));
        var code = made.get("code").asText();

        var user = made("/v1/users", Map.of("tenant", code.toUpperCase(Locale.ROOT), "username", "jane"));

        assertThat(user.get("tenant")).isEqualTo(made.get("id"));
        assertThat(members(get("/v1/users?tenant=" + code).json(), "username")).containsExactly("jane");
        assertRefused(get("/v1/users?tenant=nobody"), 404, "tenant_unknown");
        assertRefused(post("/v1/users", "{\"tenant\": \"nobody\", \"username\": \"x\"}"), 404, "tenant_unknown");
    }
}
