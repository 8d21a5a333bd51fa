package org.roster.it.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;

/** Applications and their groups. */
class EcontextApplicationsIT extends EcontextApi {

    @Test
    void anApplicationIsWhatWasWished() {
        var name = unique("Application");

        var application = result(
                post(
                        APPLICATION,
                        Map.of(
                                "name",
                                "  " + name + " ",
                                "description",
                                "Test application for use in this round of tests",
                                "custom_data",
                                Map.of("spam", "and eggs"),
                                "jwt_secret",
                                "a shared secret of the old kind")),
                "application");

        assertThat(application).isEqualTo(json("""
                {
                  "id": "%1$s",
                  "name": "%2$s",
                  "description": "Test application for use in this round of tests",
                  "custom_data": {"spam": "and eggs"},
                  "status": "ENABLED",
                  "created_at": "%3$s",
                  "modified_at": "%3$s",
                  "href": "%4$s/api/applications/application/%1$s"
                }""".formatted(
                        id(application), name, application.get("created_at").asText(), base())));
        assertThat(result(get(APPLICATION + "/" + id(application)), "application"))
                .isEqualTo(application);
        assertThat(result(get("/api/applications"), "applications")).contains(application);
    }

    @Test
    void anIdAndAStatusCanBeGiven() {
        var own = UUID.randomUUID().toString();
        var wish = Map.of("id", own, "name", unique("Application"), "status", "DISABLED");

        var application = result(post(APPLICATION, wish), "application");

        assertThat(id(application)).isEqualTo(own);
        assertThat(application.get("status").asText()).isEqualTo("DISABLED");
        assertInvalid(
                post(APPLICATION, Map.of("id", own, "name", unique("Application"))),
                "id",
                "An Application with that id already exists");
    }

    @Test
    void aNameIsNeededAndUnique() {
        var name = newApplication().get("name").asText();

        assertMissing(post(APPLICATION, "{}"), "name");
        assertMissing(post(APPLICATION, Map.of("name", " ")), "name");
        assertInvalid(post(APPLICATION, Map.of("name", 1)), "name", "Expecting a string");
        assertInvalid(post(APPLICATION, Map.of("name", name)), "name", "An application with that name already exists");
        assertInvalid(
                post(APPLICATION, Map.of("name", name.toUpperCase(Locale.ROOT))),
                "name",
                "An application with that name already exists");
        var path = APPLICATION + "/" + id(newApplication());
        assertInvalid(put(path, Map.of("name", name)), "name", "An application with that name already exists");
    }

    @Test
    void aChangeTouchesOnlyWhatIsGiven() {
        var application = newApplication();
        var path = APPLICATION + "/" + id(application);
        var change = Map.of("custom_data", Map.of("green eggs", "and ham"), "jwt_secret", "passed over");

        var changed = result(put(path, change), "application");

        assertThat(changed.get("custom_data")).isEqualTo(json("{\"green eggs\": \"and ham\"}"));
        for (var member : List.of("id", "name", "description", "status", "created_at", "href")) {
            assertThat(changed.get(member)).as(member).isEqualTo(application.get(member));
        }
        assertThat(changed).hasSize(8);
        assertThat(result(put(path, "{\"description\": \"d\", \"custom_data\": {}}"), "application")
                        .get("custom_data")
                        .isNull())
                .isTrue();
        assertInvalid(put(path, Map.of("status", "UNVERIFIED")), "status", "Expecting one of [ENABLED, DISABLED]");
        assertMissing(put(path, "{\"name\": null}"), "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "x"})
    void anUnknownApplicationAnswers400(String id) {
        var path = APPLICATION + "/" + id;

        assertInvalid(get(path), "appid", "Application not found");
        assertInvalid(put(path, "{}"), "appid", "Application not found");
        assertInvalid(delete(path), "appid", "Application not found");
        assertInvalid(get(path + "/users"), "appid", "Application not found");
        assertInvalid(get(path + "/groups"), "appid", "Application not found");
    }

    @Test
    void anApplicationIsDeletedWhenNothingBelongsToIt() {
        var application = id(newApplication());
        var path = APPLICATION + "/" + application;
        var group = GROUP + "/" + id(newGroup(application));
        var user = USER + "/" + id(newUser(application, id(newApplication())));

        assertConflict(delete(path), "Application must be disabled before deletion is possible");
        result(put(path, Map.of("status", "DISABLED")));
        assertConflict(delete(path), "Groups must be deleted before application deletion is possible");
        result(put(group, Map.of("status", "DISABLED")));
        assertDeleted(delete(group));
        assertConflict(delete(path), "Users must be deleted or updated before application deletion is possible");
        assertDeleted(delete(user + "/application/" + application));
        assertDeleted(delete(path));
        assertInvalid(get(path), "appid", "Application not found");
    }

    @Test
    void theSystemApplicationStays() {
        var system = http().get("/v1/applications")
                .query("clientId", Credentials.CLIENT_ID)
                .bearer(token())
                .send()
                .json()
                .at("/items/0/id")
                .asText();

        assertInvalid(delete(APPLICATION + "/" + system), "appid", "Cannot delete the system application");
    }

    @Test
    void anApplicationListsItsUsersAndGroups() {
        var application = id(newApplication());
        var path = APPLICATION + "/" + application;
        var user = newUser(application);
        newUser(id(newApplication()));
        var group = newGroup(application);
        newGroup(id(newApplication()));

        assertThat(result(get(path + "/users"), "users")).containsExactly(user);
        assertThat(result(get(path + "/users?minimal=1"), "users").get(0)).hasSize(9);
        assertThat(result(get(path + "/groups"), "groups")).containsExactly(group);
    }

    @Test
    void aGroupIsWhatWasWished() {
        var application = id(newApplication());

        var group = result(
                post(
                        GROUP,
                        Map.of(
                                "name",
                                " Test Group ",
                                "description",
                                "A test group",
                                "custom_data",
                                Map.of("tier_depth", 9),
                                "application",
                                application)),
                "group");

        assertThat(group)
                .isEqualTo(json("""
                {
                  "id": "%1$s",
                  "name": "Test Group",
                  "description": "A test group",
                  "status": "ENABLED",
                  "custom_data": {"tier_depth": 9},
                  "created_at": "%2$s",
                  "modified_at": "%2$s",
                  "application": "%3$s",
                  "href": "%4$s/api/groups/group/%1$s"
                }""".formatted(id(group), group.get("created_at").asText(), application, base())));
        assertThat(result(get(GROUP + "/" + id(group)), "group")).isEqualTo(group);
        assertThat(result(get("/api/groups"), "groups")).contains(group);
    }

    @Test
    void aGroupsNameIsUniqueInItsApplication() {
        var application = id(newApplication());
        var wish = Map.of("name", "Test Group", "application", application);
        result(post(GROUP, wish));

        assertInvalid(post(GROUP, wish), "name", "A Group with that name already exists");
        assertInvalid(
                post(GROUP, Map.of("name", "TEST GROUP ", "application", application)),
                "name",
                "A Group with that name already exists");
        result(post(GROUP, Map.of("name", "Test-Group", "application", application)));
        result(post(GROUP, Map.of("name", "Test Group", "application", id(newApplication()))));
        var path = GROUP + "/" + id(newGroup(application));
        assertInvalid(put(path, Map.of("name", "test group")), "name", "A Group with that name already exists");
        var renamed = result(put(path, Map.of("name", "Third Group")), "group");
        assertThat(result(put(path, Map.of("name", "third group")), "group").get("id"))
                .isEqualTo(renamed.get("id"));
        assertInvalid(
                post(GROUP, Map.of("name", "THIRD group", "application", application)),
                "name",
                "A Group with that name already exists");
    }

    @Test
    void aNameThatManyWantAtOnceIsGivenToOne() throws Exception {
        var application = id(newApplication());
        var names = List.of("Blue", "BLUE", "blue", "Blue ", "bLUE", " Blue");

        var answers = atOnce(names.stream()
                .<Callable<Answer>>map(name -> () -> post(GROUP, Map.of("name", name, "application", application)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertInvalid(answer, "name", "A Group with that name already exists"));
        assertThat(result(get(APPLICATION + "/" + application + "/groups"), "groups"))
                .hasSize(1);
    }

    @Test
    void aGroupMadeElsewhereHoldsItsNameToo() {
        var application = id(newApplication());
        var made = v1("/v1/groups", Map.of("name", "Blue", "code", unique("blue"), "application", application));

        assertInvalid(
                post(GROUP, Map.of("name", "blue", "application", application)),
                "name",
                "A Group with that name already exists");
        var renamed = result(put(GROUP + "/" + id(made), Map.of("name", "Green")), "group");
        assertThat(renamed.get("name").asText()).isEqualTo("Green");
        assertThat(http().get("/v1/groups/" + id(made))
                        .bearer(token())
                        .send()
                        .json()
                        .get("code"))
                .isEqualTo(made.get("code"));
    }

    @Test
    void aGroupIsRefusedInTheOriginalsWords() {
        var application = id(newApplication());
        var own = UUID.randomUUID().toString();
        result(post(GROUP, Map.of("id", own, "name", "Own", "application", application, "status", "DISABLED")));

        assertMissing(post(GROUP, Map.of("application", application)), "name");
        assertMissing(post(GROUP, Map.of("name", "x")), "application");
        assertInvalid(
                post(GROUP, Map.of("name", "x", "application", UNKNOWN)),
                "application",
                "Couldn't find application " + UNKNOWN);
        assertInvalid(
                post(GROUP, Map.of("id", own, "name", "Other", "application", application)),
                "id",
                "A Group with that id already exists");
        for (var id : List.of(UNKNOWN, "x")) {
            assertInvalid(get(GROUP + "/" + id), "groupid", "Group not found");
            assertInvalid(put(GROUP + "/" + id, "{}"), "groupid", "Group not found");
            assertInvalid(delete(GROUP + "/" + id), "groupid", "Group not found");
            assertInvalid(get(GROUP + "/" + id + "/users"), "groupid", "Group not found");
        }
    }

    @Test
    void aGroupIsDeletedWhenItIsDisabledAndEmpty() {
        var application = id(newApplication());
        var group = id(newGroup(application));
        var wish = wish(application);
        wish.put("groups", List.of(group));
        var user = id(result(post(USER, wish), "user"));
        var path = GROUP + "/" + group;

        assertConflict(delete(path), "Group must be disabled before deletion is possible");
        var changed =
                result(put(path, Map.of("status", "DISABLED", "description", "A more detailed description")), "group");
        assertThat(changed.get("description").asText()).isEqualTo("A more detailed description");
        assertConflict(delete(path), "Users must be deleted or updated before group deletion is possible");
        assertDeleted(delete(USER + "/" + user + "/group/" + group));
        assertDeleted(delete(path));
        assertInvalid(get(path), "groupid", "Group not found");
    }

    @Test
    void aGroupListsItsUsersByStatus() {
        var application = id(newApplication());
        var group = id(newGroup(application));
        var wish = wish(application);
        wish.put("groups", List.of(group));
        var user = result(post(USER, wish), "user");
        var path = GROUP + "/" + group + "/users";

        assertThat(result(get(path), "users")).containsExactly(user);
        assertThat(result(get(path + "?status=UNVERIFIED"), "users")).containsExactly(user);
        assertThat(result(get(path + "?status=ENABLED"), "users")).isEmpty();
        assertThat(result(get(path + "?minimal=true&status=UNVERIFIED"), "users")
                        .get(0))
                .hasSize(9);
    }
}
