package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of {@code /v1} and who is in them. */
class GroupsIT extends RosterApi {

    @Test
    void aGroupIsMadeAsItIsDescribed() {
        var code = unique("desk");
        var application = madeId("/v1/applications", Map.of("name", unique("app")));

        var answer = post("/v1/groups", """
                {"name": "Help desk", "code": "%s", "description": "Answers\\ncalls", "application": "%s",
                 "permissions": ["users:read", "desk:answer"], "customData": {"floor": 3, "none": null}}
                """.formatted(code, application));

        assertStatus(answer, 201);
        var body = (ObjectNode) answer.json();
        var id = body.remove("id").asText();
        assertThat(answer.header("Location")).isEqualTo(base() + "/v1/groups/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(get("/v1/groups/" + id).json()).isEqualTo(answer.json());
        assertThat(body.remove("number").asInt()).isPositive();
        for (var given : List.of("objectId", "tenant", "createdAt", "updatedAt")) {
            assertThat(body.remove(given).asText()).isNotBlank();
        }
        assertThat(body).isEqualTo(json("""
                {"code": "%s", "name": "Help desk", "description": "Answers\\ncalls", "status": "ACTIVE",
                 "permissions": ["desk:answer", "users:read"], "application": "%s",
                 "customData": {"floor": 3, "none": null}, "version": 1}
                """.formatted(code, application)));
    }

    @Test
    void aCodeIsMadeFromTheName() {
        var name = unique("B\u00fcro Nr.");

        var made = made("/v1/groups", Map.of("name", name));

        assertThat(made.get("code").asText()).isEqualTo(name.replace("B\u00fcro Nr.", "buro-nr"));
    }

    @Test
    void aCodeIsTakenInAnyLetterCase() {
        var code = unique("code");
        made("/v1/groups", Map.of("name", "One", "code", code));

        var answer = post("/v1/groups", """
                {"name": "Two", "code": "%s"}""".formatted(code.toUpperCase(Locale.ROOT)));

        assertProblem(answer, 409, "Conflict", "group_code_taken", "another group of the tenant has this code", "code");
    }

    @Test
    void aListIsFilteredByCodeNameApplicationAndMember() {
        var tenant = tenant();
        var application = madeId("/v1/applications", Map.of("tenant", tenant, "name", "App"));
        var blue = madeId("/v1/groups", Map.of("tenant", tenant, "name", "Blue", "application", application));
        var red = madeId("/v1/groups", Map.of("tenant", tenant, "name", "Red", "code", "r"));
        var user = madeId("/v1/users", Map.of("tenant", tenant, "username", "jane", "groups", List.of(red, blue)));
        var list = "/v1/groups?limit=1&tenant=" + tenant;

        assertThat(walk(list, "id")).containsExactly(blue, red);
        assertThat(walk(list + "&code=R", "id")).containsExactly(red);
        assertThat(walk(list + "&name=blue", "id")).containsExactly(blue);
        assertThat(walk(list + "&application=" + application, "id")).containsExactly(blue);
        assertThat(walk(list + "&user=" + user, "id")).containsExactly(blue, red);
        assertThat(walk("/v1/users/" + user + "/groups?limit=1&tenant=" + tenant, "id"))
                .containsExactly(blue, red);
        assertThat(walk(list + "&code=R&name=blue", "id")).isEmpty();
    }

    @Test
    void aPatchChangesWhatItNames() {
        var made = (ObjectNode) made(
                "/v1/groups",
                Map.of(
                        "name", unique("group"),
                        "description", "old",
                        "permissions", List.of("users:read"),
                        "customData", Map.of("a", 1, "b", 2)));

        var answer = patch("/v1/groups/" + made.get("id").asText(), """
                {"description": null, "permissions": ["groups:read"], "customData": {"a": null}}""");

        assertStatus(answer, 200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var after = (ObjectNode) answer.json();
        after.remove("updatedAt");
        made.remove("updatedAt");
        made.putNull("description").put("version", 2);
        made.set("permissions", json("[\"groups:read\"]"));
        made.set("customData", json("{\"b\": 2}"));
        assertThat(after).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name",
                "{\"code\": null} | code",
                "{\"status\": null} | status",
                "{\"permissions\": null} | permissions",
                "{\"permissions\": [null]} | permissions",
                "{\"permissions\": [\"a b\"]} | permissions",
                "{\"permissions\": \"users:read\"} | permissions",
                "{\"code\": \"a b\"} | code",
                "{\"name\": \"\"} | name",
                "{\"application\": null} | application",
                "{\"id\": 1} | id",
            })
    void aPatchOfTheWrongFormIsRefusedByMember(String body, String field) {
        var id = madeId("/v1/groups", Map.of("name", unique("group")));

        var answer = patch("/v1/groups/" + id, body);

        assertStatus(answer, 400);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
        assertThat(get("/v1/groups/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid | name",
                "{\"name\": \" \"} | invalid | name",
                "{\"name\": \"x\", \"code\": \"\"} | invalid | code",
                "{\"name\": \"x\", \"code\": \"-x\"} | value_invalid | code",
                "{\"name\": \"x\", \"permissions\": [null]} | value_invalid | permissions",
                "{\"name\": \"x\", \"permissions\": [\"\"]} | value_invalid | permissions",
            })
    void aBodyWithAWrongMemberIsRefusedByItsName(String body, String code, String field) {
        var answer = post("/v1/groups", body);

        assertRefused(answer, 400, code);
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
    }

    @Test
    void joiningAndLeavingMayBeRepeated() {
        var group = madeId("/v1/groups", Map.of("name", unique("group")));
        var user = madeId("/v1/users", Map.of("username", unique("jane")));
        var membership = "/v1/groups/" + group + "/members/" + user;

        for (int i = 0; i < 2; i++) {
            assertStatus(put(membership), 204);
            assertThat(members(get("/v1/groups/" + group + "/members").json(), "id"))
                    .containsExactly(user);
        }
        for (int i = 0; i < 2; i++) {
            assertStatus(delete(membership), 204);
            assertThat(members(get("/v1/groups/" + group + "/members").json(), "id"))
                    .isEmpty();
        }
        assertThat(members(get("/v1/events?subject=" + user).json(), "type"))
                .containsExactly("user.created", "user.joined", "user.left");
    }

    @Test
    void whatAGroupAllowsItsMembersMayDoUntilItStops() {
        var group = madeId("/v1/groups", Map.of("name", unique("group"), "permissions", List.of("groups:read")));
        var name = unique("jane");
        madeId("/v1/users", Map.of("username", name, "password", PASSWORD, "groups", List.of(group)));

        assertStatus(http().get("/v1/groups").basic(name, PASSWORD).send(), 200);
        patch("/v1/groups/" + group, "{\"status\": \"INACTIVE\"}");
        assertStatus(http().get("/v1/groups").basic(name, PASSWORD).send(), 403);
        patch("/v1/groups/" + group, "{\"status\": \"ACTIVE\"}");
        assertStatus(http().get("/v1/groups").basic(name, PASSWORD).send(), 200);
        delete("/v1/groups/" + group);
        assertStatus(http().get("/v1/groups").basic(name, PASSWORD).send(), 403);
    }

    @Test
    void aRemovedGroupLeavesItsMembers() {
        var group = madeId("/v1/groups", Map.of("name", unique("group")));
        var user = madeId("/v1/users", Map.of("username", unique("jane"), "groups", List.of(group)));

        var stale = http().delete("/v1/groups/" + group)
                .bearer(token())
                .header("If-Match", "\"2\"")
                .send();
        var answer = delete("/v1/groups/" + group);

        assertStatus(stale, 412);
        assertStatus(answer, 204);
        assertRefused(get("/v1/groups/" + group), 404, "group_unknown");
        assertStatus(get("/v1/users/" + user), 200);
        assertThat(members(get("/v1/users/" + user + "/groups").json(), "id")).isEmpty();
    }

    @Test
    void anIdOfTheWrongFormIsAnsweredLikeOneThatNobodyHas() {
        var unknown = get("/v1/groups/" + UNKNOWN);

        assertProblem(unknown, 404, "Not Found", "group_unknown", "there is no such group", "group");
        assertThat(get("/v1/groups/1").text()).isEqualTo(unknown.text());
    }
}
