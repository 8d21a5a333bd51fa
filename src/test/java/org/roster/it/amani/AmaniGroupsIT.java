package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permission groups. */
class AmaniGroupsIT extends AmaniApi {

    private static final String TAKEN = "group with this name already exists.";

    @Test
    void aGroupIsMadeReadChangedAndRemoved() {
        var name = unique("Clerk");

        var made = post(GROUP, Map.of("name", name, "permissions", List.of("view_user", "add_user")));

        int id = made.json().path("id").asInt();
        assertAnswer(made, 201, json("""
                {"id": %d, "name": "%s", "permissions": ["add_user", "view_user"]}""".formatted(id, name)));
        var path = GROUP + "/" + id;
        assertAnswer(get(path), 200, made.json());
        assertAnswer(get(path + "/"), 200, made.json());
        assertAnswer(patch(path, "{\"permissions\": [\"view_user\"]}"), 200, json("""
                {"id": %d, "name": "%s", "permissions": ["view_user"]}""".formatted(id, name)));
        var renamed = unique("Teller");
        assertAnswer(call("PUT", path + "/", Map.of("name", renamed)), 200, json("""
                {"id": %d, "name": "%s", "permissions": ["view_user"]}""".formatted(id, renamed)));
        var removed = call("DELETE", path, null);
        assertStatus(removed, 204);
        assertThat(removed.text()).isEmpty();
        assertDetail(get(path), 404, NOT_FOUND);
        assertDetail(call("DELETE", path, null), 404, NOT_FOUND);
    }

    @Test
    void idsAreWholeNumbersThatAreNeverGivenTwice() {
        int first = newGroup();
        assertStatus(call("DELETE", GROUP + "/" + first, null), 204);

        int second = newGroup();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aGroupNeedsItsName() {
        assertFault(post(GROUP, "{}"), "name", "This field is required.");
        assertFault(post(GROUP, "{\"name\": \" \"}"), "name", "This field may not be blank.");
        assertFault(post(GROUP, "{\"name\": null}"), "name", "This field may not be null.");
        assertFault(
                post(GROUP, Map.of("name", "x".repeat(129))),
                "name",
                "Ensure this field has no more than 128 characters.");
        assertFault(call("PUT", GROUP + "/" + newGroup(), "{}"), "name", "This field is required.");
    }

    @Test
    void aNameIsTakenOnceInEverySpelling() {
        var name = unique("Clerk");
        assertStatus(post(GROUP, Map.of("name", name)), 201);
        int other = newGroup();

        assertFault(post(GROUP, Map.of("name", name)), "name", TAKEN);
        assertFault(post(GROUP, Map.of("name", name.replace("Clerk", "CLERK"))), "name", TAKEN);
        assertFault(patch(GROUP + "/" + other, Map.of("name", name)), "name", TAKEN);
    }

    @Test
    void aGroupMayKeepItsOwnName() {
        var made = post(GROUP, Map.of("name", unique("Clerk"))).json();

        assertStatus(
                patch(
                        GROUP + "/" + made.get("id").asInt(),
                        Map.of("name", made.get("name").asText())),
                200);
    }

    @Test
    void namesThatLookAlikeToACodeAreTwoNames() {
        var name = unique("Night shift");

        assertStatus(post(GROUP, Map.of("name", name)), 201);
        assertStatus(post(GROUP, Map.of("name", name.replace(' ', '-'))), 201);
        assertStatus(post(GROUP, Map.of("name", "夜勤 " + System.nanoTime())), 201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"view_user\" | Expected a list of items but got type \"str\".",
                "null | This field may not be null.",
                "[1] | Invalid value.",
                "[null] | This field may not be null."
            })
    void permissionsAreAListOfTexts(String permissions, String message) {
        assertFault(
                post(GROUP, "{\"name\": \"%s\", \"permissions\": %s}".formatted(unique("Clerk"), permissions)),
                "permissions",
                message);
    }

    @Test
    void aPermissionIsAWord() {
        var answer = post(GROUP, Map.of("name", unique("Clerk"), "permissions", List.of("two words")));

        assertStatus(answer, 400);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("permissions");
    }

    @Test
    void aGroupIsFoundByTheDirectorysIdToo() {
        var made = made("/v1/groups", Map.of("name", unique("By id")));

        var answer = get(GROUP + "/" + made.get("id").asText());

        assertStatus(answer, 200);
        assertThat(answer.json().get("name")).isEqualTo(made.get("name"));
        assertThat(answer.json().get("id").isInt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483647", "99999999999", "1.0", "admins", UNKNOWN})
    void whatDoesNotExistIsNotFound(String id) {
        assertDetail(get(GROUP + "/" + id), 404, NOT_FOUND);
        assertDetail(patch(GROUP + "/" + id, "{}"), 404, NOT_FOUND);
        assertDetail(call("DELETE", GROUP + "/" + id, null), 404, NOT_FOUND);
    }

    @Test
    void whatAGroupGivesActsOnTokensAtOnce() {
        int group = newGroup("view_group");
        var token = tokenOf(newUser(group));
        assertStatus(as(token, "GET", GROUP, null), 200);

        assertStatus(patch(GROUP + "/" + group, "{\"permissions\": []}"), 200);
        assertDetail(as(token, "GET", GROUP, null), 403, FORBIDDEN);

        assertStatus(patch(GROUP + "/" + group, "{\"permissions\": [\"view_group\"]}"), 200);
        assertStatus(as(token, "GET", GROUP, null), 200);

        assertStatus(call("DELETE", GROUP + "/" + group, null), 204);
        assertDetail(as(token, "GET", GROUP, null), 403, FORBIDDEN);
    }
}
