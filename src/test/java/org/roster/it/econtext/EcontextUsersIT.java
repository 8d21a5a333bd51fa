package org.roster.it.econtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** Reading, listing, finding, changing and deleting users, and what they belong to. */
class EcontextUsersIT extends EcontextApi {

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "x", "a3bc334a-f9f2-4797-aaa2-1440811c0ec0"})
    void anUnknownUserAnswers400(String id) {
        var path = USER + "/" + id;
        var application = id(newApplication());
        var group = id(newGroup(application));

        assertInvalid(get(path), "userid", "User not found");
        assertInvalid(put(path, "{}"), "userid", "User not found");
        assertInvalid(delete(path), "userid", "User not found");
        assertInvalid(post(path + "/application/" + application, null), "userid", "User not found");
        assertInvalid(delete(path + "/application/" + application), "userid", "User not found");
        assertInvalid(post(path + "/group/" + group, null), "userid", "User not found");
        assertInvalid(delete(path + "/group/" + group), "userid", "User not found");
    }

    @Test
    void aChangeTouchesOnlyWhatIsGiven() {
        var user = newUser(id(newApplication()));
        var path = USER + "/" + id(user);

        var changed = result(put(path, Map.of("name", "Jane", "status", "ENABLED", "username", "passed over")), "user");

        assertThat(changed.get("name").asText()).isEqualTo("Jane");
        assertThat(changed.get("status").asText()).isEqualTo("ENABLED");
        for (var member : List.of("id", "email", "username", "created_at", "applications", "custom_data", "href")) {
            assertThat(changed.get(member)).as(member).isEqualTo(user.get(member));
        }
        assertThat(changed.get("modified_at").asText())
                .isGreaterThan(user.get("modified_at").asText());
        assertThat(result(get(path), "user")).isEqualTo(changed);
    }

    @Test
    void theAddressAndThePasswordCanBeChanged() {
        var path = USER + "/" + id(newUser());
        var email = unique("New") + "@Example.com";

        var changed = result(put(path, Map.of("email", email, "password", "  another password ")), "user");

        assertThat(changed.get("email").asText()).isEqualTo(email.toLowerCase(Locale.ROOT));
        assertForbidden(new Credential(email, "another password").send("GET", "/api/groups", null));
        assertUnauthorized(new Credential(email, PASSWORD).send("GET", "/api/groups", null));
    }

    @Test
    void aChangeIsRefusedInTheWordsOfTheCreation() {
        var other = newUser().get("email").asText();
        var user = newUser();
        var path = USER + "/" + id(user);

        assertInvalid(put(path, Map.of("email", other)), "email", "A user with that email address already exists");
        assertInvalid(put(path, Map.of("email", "x")), "email", "Invalid email address");
        assertInvalid(put(path, "{\"email\": null}"), "email", "Invalid email address");
        assertInvalid(
                put(path, Map.of("password", "short")), "password", "Password must be at least 7 characters long");
        assertInvalid(put(path, "{\"applications\": null}"), "applications", "Expecting a list of application ids");
        assertInvalid(
                put(path, Map.of("applications", List.of(UNKNOWN))),
                "applications",
                "Couldn't find application " + UNKNOWN);
        assertInvalid(put(path, Map.of("groups", "x")), "groups", "Expecting a list of group ids");
        assertInvalid(put(path, Map.of("groups", List.of("x"))), "groups", "Couldn't find group x");
        assertInvalid(put(path, Map.of("status", "x")), "status", "Expecting one of [ENABLED, UNVERIFIED, DISABLED]");
        assertThat(result(get(path), "user")).isEqualTo(user);
        assertThat(result(put(path, Map.of("email", user.get("email").asText())), "user")
                        .get("email"))
                .isEqualTo(user.get("email"));
    }

    @Test
    void thePublishedChangeLacksACommaAndIsRefused() {
        var answer = put(USER + "/" + id(newUser()), """
                {
                  "status": "ENABLED"
                  "groups": ["16191e59-85e8-416f-826d-9cf8106c8cad"]
                }""");

        assertInvalid(answer, "body", "The body is not valid JSON");
    }

    @Test
    void listsAreAdded() {
        var one = newApplication();
        var other = newApplication();
        var group = newGroup(id(other));
        var path = USER + "/" + id(newUser(id(one)));

        var changed =
                result(put(path, Map.of("applications", List.of(id(other)), "groups", List.of(id(group)))), "user");

        assertThat(changed.get("applications")).containsExactlyInAnyOrder(one, other);
        assertThat(changed.get("groups")).containsExactly(group);
        var again = result(put(path, Map.of("applications", List.of(), "groups", List.of())), "user");
        assertThat(ids(again.get("applications"))).containsExactlyInAnyOrder(id(one), id(other));
        assertThat(again.get("groups")).hasSize(1);
    }

    @Test
    void aGroupNeedsItsApplication() {
        var application = id(newApplication());
        var group = id(newGroup(application));
        var path = USER + "/" + id(newUser());
        var message = "User is not a member the application " + application + " specified by this group";

        assertInvalid(put(path, Map.of("groups", List.of(group))), "groups", message);
        assertInvalid(post(path + "/group/" + group, null), "groupid", message);
        assertThat(result(post(path + "/application/" + application, null))).isEqualTo(json("{\"application\": true}"));
        assertThat(result(post(path + "/group/" + group, "{}"))).isEqualTo(json("{\"group\": true}"));
        assertThat(result(post(path + "/group/" + group, null))).isEqualTo(json("{\"group\": true}"));
        assertThat(ids(result(get(path), "user").get("groups"))).containsExactly(group);
        assertDeleted(delete(path + "/group/" + group));
        assertDeleted(delete(path + "/group/" + group));
        assertThat(result(get(path), "user").get("groups")).isEmpty();
    }

    @Test
    void theLastApplicationStays() {
        var one = id(newApplication());
        var other = id(newApplication());
        var path = USER + "/" + id(newUser(one, other)) + "/application/";

        assertDeleted(delete(path + one));
        assertConflict(delete(path + other), "A User must be associated with at least one Application");
        assertConflict(delete(path + one), "A User must be associated with at least one Application");
        assertInvalid(delete(path + UNKNOWN), "appid", "Application not found");
        assertInvalid(post(path + "x", null), "appid", "Application not found");
        assertInvalid(post(path.replace("application/", "group/x"), null), "groupid", "Group not found");
        assertInvalid(delete(path.replace("application/", "group/" + UNKNOWN)), "groupid", "Group not found");
    }

    @Test
    void ofTwoApplicationsThatAreEndedAtOnceOneStays() throws Exception {
        for (int round = 0; round < 3; round++) {
            var one = id(newApplication());
            var other = id(newApplication());
            var user = id(newUser(one, other));
            var path = USER + "/" + user + "/application/";

            var answers = atOnce(List.of(() -> delete(path + one), () -> delete(path + other)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(result(get(USER + "/" + user), "user").get("applications"))
                    .hasSize(1);
        }
    }

    @Test
    void anAddressThatManyWantAtOnceIsGivenToOne() throws Exception {
        var name = unique("race");
        var requests = Stream.of(name, name.toUpperCase(Locale.ROOT), name, name)
                .<Callable<Answer>>map(one -> () -> post(USER, wishWith("email", one + "@example.com")))
                .toList();

        var answers = atOnce(requests);

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertInvalid(answer, "email", "A user with that email address already exists"));
    }

    @Test
    void customDataIsReplaced() {
        var path = USER + "/" + id(result(post(USER, wishWith("custom_data", Map.of("a", 1, "b", 2))), "user"));

        assertThat(result(put(path, Map.of("custom_data", Map.of("c", List.of(3)))), "user")
                        .get("custom_data"))
                .isEqualTo(json("{\"c\": [3]}"));
        assertThat(result(put(path, "{\"name\": \"x\"}"), "user").get("custom_data"))
                .isEqualTo(json("{\"c\": [3]}"));
        assertThat(result(put(path, Map.of("custom_data", Map.of())), "user")
                        .get("custom_data")
                        .isNull())
                .isTrue();
    }

    @Test
    void aUserMustBeDisabledBeforeItIsDeleted() {
        var user = newUser(id(newApplication()));
        var path = USER + "/" + id(user);
        var key = id(result(post(path + "/apikey", "{}"), "apikey"));

        assertConflict(delete(path), "User must be disabled before deletion is possible");
        result(put(path, Map.of("status", "DISABLED")));
        assertUnauthorized(new Credential(user.get("email").asText(), PASSWORD).send("GET", "/api/groups", null));
        assertDeleted(delete(path));
        assertInvalid(delete(path), "userid", "User not found");
        assertInvalid(get(path + "/apikey/" + key), "userid", "User not found");
    }

    @Test
    void theListHoldsEveryUserOnceWithAllThatBelongsToIt() {
        var application = newApplication();
        var group = newGroup(id(application));
        var wish = wish(id(application));
        wish.put("groups", List.of(id(group)));
        var id = id(result(post(USER, wish), "user"));
        result(post(USER + "/" + id + "/apikey", Map.of("name", "k")));
        var user = result(get(USER + "/" + id), "user");

        var users = result(get("/api/users"), "users");

        assertThat(users).contains(user);
        assertThat(user.get("apikeys")).hasSize(1);
        assertThat(ids(users)).doesNotHaveDuplicates();
    }

    @Test
    void aPartOfTheListIsInTheOrderOfTheAddresses() {
        newUser();
        newUser();
        newUser();

        var first = result(get("/api/users?limit=2"), "users");
        var next = result(get("/api/users?limit=2&offset=1&order_by=email"), "users");
        var backwards = result(get("/api/users?limit=1&order_by=-username"), "users");

        assertThat(first).hasSize(2);
        assertThat(next.get(0)).isEqualTo(first.get(1));
        assertThat(first.findValuesAsText("email")).isSorted();
        assertThat(backwards).hasSize(1);
        assertThat(result(get("/api/users?offset=1000000"), "users")).isEmpty();
        assertThat(result(get("/api/users?order_by=created_at"), "users").size())
                .isGreaterThan(3);
    }

    @Test
    void minimalLeavesOutWhatBelongsToAUser() {
        var user = newUser();
        ((ObjectNode) user).remove(List.of("apikeys", "applications", "groups"));

        assertThat(result(get("/api/users?minimal=true"), "users")).contains(user);
        assertThat(result(get("/api/users?minimal=1&limit=1"), "users").get(0)).hasSize(9);
        assertThat(result(get("/api/users?minimal=false&limit=1"), "users").get(0))
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=x, limit, The value must be an integer.",
        "limit=1.5, limit, The value must be an integer.",
        "offset=x, offset, The value must be an integer.",
        "limit=-1, limit, The value must be at least 0",
        "'order_by=password', order_by, 'Expecting one of email, username, created_at'"
    })
    void aPartThatCannotBeIsRefused(String query, String parameter, String message) {
        assertInvalid(get("/api/users?" + query), parameter, message);
    }

    @Test
    void aUserIsFoundByWhatItHas() {
        var mark = unique("m").replace("-", "");
        var wish = wish(id(newApplication()));
        wish.put("email", "found" + mark + "@example.com");
        wish.put("name", "Name" + mark + " Doe");
        wish.put("custom_data", Map.of("company_name", "Company" + mark + " & \"Söhne\""));
        var user = result(post(USER, wish), "user");
        var path = USER + "/" + id(user) + "/apikey";
        var key = id(result(post(path, "{}"), "apikey"));
        var shown = result(get(USER + "/" + id(user)), "user");

        for (var term : List.of(
                "FOUND" + mark,
                "name" + mark + " d",
                "company" + mark,
                mark + " & \"SÖHNE",
                id(user),
                id(user).substring(2, 33).toUpperCase(Locale.ROOT),
                key,
                key.substring(1, 24).toLowerCase(Locale.ROOT))) {
            assertThat(found(term)).as(term).containsExactly(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", ".*", "[a-z]+", "!", "(", "'", "^.", "a|b"})
    void aPatternIsTakenAsItStands(String term) {
        newUser();

        assertThat(found("user" + term + "@example.com")).isEmpty();
    }

    @Test
    void whatIsNotInTheCompanysNameIsNotFound() {
        var mark = unique("c");
        result(post(USER, wishWith("custom_data", Map.of("company", mark, "nested", Map.of("company_name", mark)))));

        assertThat(found(mark)).isEmpty();
        assertThat(found(UUID.randomUUID().toString())).isEmpty();
    }

    private static List<JsonNode> found(String term) {
        var list =
                result(get("/api/users/search/" + URLEncoder.encode(term, UTF_8).replace("+", "%20")), "users");
        var found = new ArrayList<JsonNode>();
        list.forEach(found::add);
        return found;
    }
}
