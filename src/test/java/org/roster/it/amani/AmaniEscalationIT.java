package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody rises above themselves through this contract, in whatever member it is tried (R9, R10). */
class AmaniEscalationIT extends AmaniApi {

    private static final String[] USERS_ONLY = {"add_user", "change_user", "delete_user", "view_user", "view_group"};

    private static int administrators() {
        return newGroup("add_group", "change_group", "delete_user", "view_company");
    }

    @Test
    void aUserIsNotMadeStrongerThanItsMaker() {
        var token = tokenOfUserWith(USERS_ONLY);
        var body = newUserBody(uniqueEmail());
        body.put("groups", List.of(administrators()));

        assertDetail(as(token, "POST", USER, body), 403, FORBIDDEN);
        assertThat(get(USER + "?search=" + body.get("email")).json()).isEmpty();
    }

    @Test
    void nobodyPutsThemselvesOrOthersIntoAStrongerGroup() {
        int own = newGroup(USERS_ONLY);
        var self = newUser(own);
        var token = tokenOf(self);
        int strong = administrators();
        var other = newUser();

        assertDetail(as(token, "PATCH", self.path(), Map.of("groups", List.of(own, strong))), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", other.path(), Map.of("groups", List.of(strong))), 403, FORBIDDEN);
        assertDetail(
                as(token, "PUT", other.path(), Map.of("email", other.email(), "groups", List.of(strong))),
                403,
                FORBIDDEN);
        assertThat(get(self.path()).json().get("groups")).hasSize(1);
        assertThat(get(other.path()).json().get("groups")).isEmpty();
    }

    @Test
    void aStrongerUserIsNotTouched() {
        var token = tokenOfUserWith(USERS_ONLY);
        var strong = newUser(administrators());

        assertDetail(as(token, "PATCH", strong.path(), Map.of("password", "taken over now")), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", strong.path(), Map.of("email", uniqueEmail())), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", strong.path(), "{\"is_active\": false}"), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", strong.path(), "{\"mfa\": true}"), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", strong.path(), "{\"groups\": []}"), 403, FORBIDDEN);
        assertDetail(as(token, "DELETE", strong.path(), null), 403, FORBIDDEN);
        assertStatus(logIn(strong.email(), PASSWORD), 200);
    }

    @Test
    void aGroupIsNotMadeOrGrownBeyondItsMaker() {
        var token = tokenOfUserWith("add_group", "change_group", "view_group");
        var name = unique("Rising");

        assertDetail(
                as(token, "POST", GROUP, Map.of("name", name, "permissions", List.of("add_user"))), 403, FORBIDDEN);
        assertDetail(
                as(token, "POST", GROUP, Map.of("name", name, "permissions", List.of("users:delete"))), 403, FORBIDDEN);
        var made = as(token, "POST", GROUP, Map.of("name", name, "permissions", List.of("view_group")));
        assertStatus(made, 201);
        var path = GROUP + "/" + made.json().get("id").asInt();
        assertDetail(as(token, "PATCH", path, Map.of("permissions", List.of("platform"))), 403, FORBIDDEN);
        assertThat(get(path).json().get("permissions")).isEqualTo(json("[\"view_group\"]"));
    }

    @Test
    void aStrongerGroupIsNotTouched() {
        var token = tokenOfUserWith("add_group", "change_group", "delete_group", "view_group");
        var path = GROUP + "/" + newGroup("delete_user");

        assertDetail(as(token, "PATCH", path, Map.of("name", unique("Mine"))), 403, FORBIDDEN);
        assertDetail(as(token, "PATCH", path, "{\"permissions\": []}"), 403, FORBIDDEN);
        assertDetail(as(token, "DELETE", path, null), 403, FORBIDDEN);
        assertThat(get(path).json().get("permissions")).isEqualTo(json("[\"delete_user\"]"));
    }

    @Test
    void applicationsAndKeysAreNotMadeStrongerThanTheirMaker() {
        var token = tokenOfUserWith("add_application", "add_apikey", "view_user");

        assertDetail(
                as(
                        token,
                        "POST",
                        API + "/application",
                        Map.of("name", unique("Rising"), "permissions", List.of("delete_user"))),
                403,
                FORBIDDEN);
        assertDetail(
                as(token, "POST", API + "/api_key", Map.of("name", "Rising", "permissions", List.of("delete_user"))),
                403,
                FORBIDDEN);
        var strong = newUser(administrators());
        assertDetail(
                as(
                        token,
                        "POST",
                        API + "/api_key",
                        Map.of("name", "Rising", "user", strong.id(), "permissions", List.of("view_user"))),
                403,
                FORBIDDEN);
    }

    @Test
    void membersThatAreNotOfferedDoNotGiveRights() {
        var token = tokenOfUserWith(USERS_ONLY);
        var body = newUserBody(uniqueEmail());
        body.putAll(Map.of(
                "permissions",
                List.of("add_group"),
                "user_permissions",
                List.of("add_group"),
                "is_staff",
                true,
                "is_superuser",
                true,
                "scopes",
                List.of("platform"),
                "password_hash",
                "$argon2id$",
                "status",
                "ACTIVE"));

        var answer = as(token, "POST", USER, body);

        assertStatus(answer, 201);
        assertThat(answer.json().get("permissions")).isEmpty();
        assertThat(answer.json()).hasSize(13);
        var changed = as(token, "PATCH", USER + "/" + answer.json().get("id").asText(), body);
        assertThat(changed.json().get("permissions")).isEmpty();
    }

    @Test
    void aNarrowTokenOfAStrongUserStaysNarrow() {
        var strong = newUser(newGroup("add_group", "change_user", "view_user"));
        var key = post(
                        API + "/api_key",
                        Map.of("name", "narrow", "user", strong.id(), "permissions", List.of("change_user")))
                .json()
                .get("key")
                .asText();

        var answer = http().patch(strong.path())
                .header("X-API-Key", key)
                .json(Map.of("password", "the narrow key's own"))
                .send();

        assertDetail(answer, 403, FORBIDDEN);
        assertStatus(logIn(strong.email(), PASSWORD), 200);
    }
}
