package org.roster.it.amani;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** Users: what may be said of them, what is shown, how they are found. */
class AmaniUsersIT extends AmaniApi {

    @Test
    void aUserNeedsAnAddressAndAPasswordOnly() {
        var email = uniqueEmail();

        var answer = post(USER, Map.of("email", email, "password", "sixsix"));

        assertStatus(answer, 201);
        assertThat(answer.json().get("first_name").asText()).isEmpty();
        assertThat(answer.json().get("last_name").asText()).isEmpty();
        assertThat(answer.json().get("phone").isNull()).isTrue();
        assertThat(answer.json().get("username").asText()).isEqualTo(email);
        assertThat(answer.json().get("groups")).isEmpty();
        assertThat(answer.json().get("permissions")).isEmpty();
        assertThat(answer.json().get("is_active").asBoolean()).isTrue();
        assertStatus(logIn(email, "sixsix"), 200);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var answer = post(USER, """
                {"email": "no address", "password": "short", "first_name": [], "last_name": true, "phone": {},
                 "groups": "2", "mfa": "perhaps", "reset_pw": null, "reset_2fa": 7, "is_active": "x"}""");

        assertAnswer(answer, 400, json("""
                {"email": ["Enter a valid email address."],
                 "password": ["Ensure this field has at least 6 characters."],
                 "first_name": ["Not a valid string."],
                 "last_name": ["Not a valid string."],
                 "phone": ["Not a valid string."],
                 "groups": ["Expected a list of items but got type \\"str\\"."],
                 "mfa": ["Must be a valid boolean."],
                 "reset_pw": ["This field may not be null."],
                 "reset_2fa": ["Must be a valid boolean."],
                 "is_active": ["Must be a valid boolean."]}"""));
    }

    @Test
    void anAddressAndAPasswordAreNeitherNullNorBlank() {
        assertAnswer(post(USER, "{\"email\": null, \"password\": null}"), 400, json("""
                {"email": ["This field may not be null."], "password": ["This field may not be null."]}"""));
        assertAnswer(post(USER, "{\"email\": \"  \", \"password\": \"\"}"), 400, json("""
                {"email": ["This field may not be blank."], "password": ["This field may not be blank."]}"""));
    }

    @ParameterizedTest
    @CsvSource({"first_name, 129, 128", "last_name, 129, 128", "phone, 65, 64"})
    void aTextHasItsGreatestLength(String member, int length, int max) {
        var body = newUserBody(uniqueEmail());
        body.put(member, "x".repeat(length));

        assertFault(post(USER, body), member, "Ensure this field has no more than " + max + " characters.");
    }

    @Test
    void aTextWithControlCharactersIsRefusedUnderItsName() {
        var body = newUserBody(uniqueEmail());
        body.put("first_name", "Jane\u0007Doe");

        var answer = post(USER, body);

        assertStatus(answer, 400);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("first_name");
    }

    @Test
    void textsAreTrimmedButForThePassword() {
        var email = uniqueEmail();
        var body = newUserBody("  " + email + " ");
        body.put("first_name", " Jane ");
        body.put("phone", 5551234);
        body.put("password", " six ch ");

        var answer = post(USER, body);

        assertStatus(answer, 201);
        assertThat(answer.json().get("email").asText()).isEqualTo(email);
        assertThat(answer.json().get("first_name").asText()).isEqualTo("Jane");
        assertThat(answer.json().get("phone").asText()).isEqualTo("5551234");
        assertStatus(logIn(email, " six ch "), 200);
        assertDetail(logIn(email, "six ch"), 401, NO_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"})
    void aPasswordHasSixCodePointsAtLeast(String password) {
        var body = newUserBody(uniqueEmail());
        body.put("password", password);

        assertFault(post(USER, body), "password", "Ensure this field has at least 6 characters.");
    }

    @Test
    void aPasswordIsNotTheAddressAndNotEndless() {
        var email = uniqueEmail();
        var body = newUserBody(email);

        body.put("password", email);
        assertFault(post(USER, body), "password", "This password must not be the user name or the e-mail address.");
        body.put("password", "x".repeat(257));
        assertFault(post(USER, body), "password", "Ensure this field has no more than 256 characters.");
    }

    @Test
    void anAddressIsTakenOnceInEverySpelling() {
        var user = newUser();
        var message = "user with this email already exists.";

        assertFault(post(USER, newUserBody(user.email())), "email", message);
        assertFault(post(USER, newUserBody(user.email().replace("jane", "JANE"))), "email", message);
        assertFault(patch(newUser().path(), Map.of("email", user.email())), "email", message);
    }

    @Test
    void anAddressThatIsAnothersUserNameIsTaken() {
        var name = unique("plain") + "@example.net";
        made("/v1/users", Map.of("username", name, "email", uniqueEmail()));

        assertFault(post(USER, newUserBody(name)), "email", "user with this email already exists.");
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsTheAddress() throws InterruptedException {
        var body = newUserBody(uniqueEmail());
        var answers = Collections.synchronizedList(new ArrayList<Answer>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> answers.add(post(USER, body))));
        }

        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers)
                .hasSize(8)
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertFault(answer, "email", "user with this email already exists."));
    }

    @Test
    void groupsAreNamedByNumberOrTextOrId() {
        int number = newGroup("view_group");
        var text = String.valueOf(newGroup("view_user"));
        var id = made("/v1/groups", Map.of("name", unique("By id"))).get("id").asText();
        var body = newUserBody(uniqueEmail());
        body.put("groups", List.of(number, text, id, number));

        var answer = post(USER, body);

        assertStatus(answer, 201);
        assertThat(answer.json().get("groups")).hasSize(3);
        assertThat(answer.json().get("permissions")).isEqualTo(json("[\"view_group\", \"view_user\"]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2147483647] | Invalid pk \"2147483647\" - object does not exist.",
                "[99999999999999999999] | Invalid pk \"99999999999999999999\" - object does not exist.",
                "[0] | Invalid pk \"0\" - object does not exist.",
                "[-1] | Invalid pk \"-1\" - object does not exist.",
                "[\"2147483647\"] | Invalid pk \"2147483647\" - object does not exist.",
                "[\"01900000-0000-7000-8000-000000000000\"] | Invalid pk \"01900000-0000-7000-8000-000000000000\" - object does not exist.",
                "[\"admins\"] | Incorrect type. Expected pk value, received str.",
                "[true] | Incorrect type. Expected pk value, received bool.",
                "[1.5] | Incorrect type. Expected pk value, received float.",
                "[[]] | Incorrect type. Expected pk value, received list.",
                "[{\"id\": 2}] | Incorrect type. Expected pk value, received dict.",
                "[null] | This field may not be null.",
                "null | This field may not be null.",
                "{} | Expected a list of items but got type \"dict\"."
            })
    void aGroupThatIsNoneIsSaidToBeNone(String groups, String message) {
        var body = """
                {"email": "%s", "password": "a password", "groups": %s}""".formatted(uniqueEmail(), groups);

        assertFault(post(USER, body), "groups", message);
    }

    @Test
    void nothingIsMadeWhereSomethingIsWrong() {
        var email = uniqueEmail();

        assertStatus(
                post(USER, "{\"email\": \"%s\", \"password\": \"a password\", \"groups\": [0]}".formatted(email)), 400);

        assertThat(get(USER + "?search=" + email).json()).isEmpty();
    }

    @Test
    void membersThatNobodyKnowsArePassedOver() {
        var body = newUserBody(uniqueEmail());
        body.putAll(Map.of(
                "id",
                UNKNOWN,
                "company",
                UNKNOWN,
                "permissions",
                List.of("add_user"),
                "is_superuser",
                true,
                "username",
                "another name",
                "date_joined",
                1));

        var answer = post(USER, body);

        assertStatus(answer, 201);
        assertThat(answer.json().get("id").asText()).isNotEqualTo(UNKNOWN);
        assertThat(answer.json().get("company").asText()).isNotEqualTo(UNKNOWN);
        assertThat(answer.json().get("permissions")).isEmpty();
        assertThat(answer.json().get("username").asText()).isEqualTo(body.get("email"));
        assertThat(answer.json()).hasSize(13);
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        int group = newGroup("view_group");
        var user = newUser(group);

        var answer = patch(user.path(), Map.of("first_name", "Janet"));

        assertStatus(answer, 200);
        assertThat(answer.json().get("first_name").asText()).isEqualTo("Janet");
        assertThat(answer.json().get("last_name").asText()).isEqualTo("Doe");
        assertThat(answer.json().get("phone").asText()).isEqualTo("+905551234567");
        assertThat(answer.json().at("/groups/0/id").asInt()).isEqualTo(group);
        assertAnswer(patch(user.path(), "{}"), 200, answer.json());
        assertAnswer(get(user.path() + "/"), 200, answer.json());
    }

    @Test
    void emptyTextsTakeNamesAndPhoneAway() {
        var user = newUser();

        var answer = patch(user.path(), "{\"first_name\": \"\", \"last_name\": null, \"phone\": \"\"}");

        assertStatus(answer, 200);
        assertThat(answer.json().get("first_name").asText("-")).isEmpty();
        assertThat(answer.json().get("last_name").asText("-")).isEmpty();
        assertThat(answer.json().get("phone").isNull()).isTrue();
    }

    @Test
    void theGroupsOfAChangeReplaceThoseThatWere() {
        int first = newGroup("view_group");
        int second = newGroup("view_user");
        var user = newUser(first);

        var answer = patch(user.path(), Map.of("groups", List.of(second)));

        assertStatus(answer, 200);
        assertThat(answer.json().get("groups")).hasSize(1);
        assertThat(answer.json().at("/groups/0/id").asInt()).isEqualTo(second);
        assertThat(answer.json().get("permissions")).isEqualTo(json("[\"view_user\"]"));
        assertThat(patch(user.path(), Map.of("groups", List.of())).json().get("groups"))
                .isEmpty();
    }

    @Test
    void aNewAddressIsTheNewUserName() {
        var user = newUser();
        var email = uniqueEmail();

        var answer = patch(user.path(), Map.of("email", email));

        assertStatus(answer, 200);
        assertThat(answer.json().get("email").asText()).isEqualTo(email);
        assertThat(answer.json().get("username").asText()).isEqualTo(email);
        assertStatus(logIn(email, PASSWORD), 200);
        assertDetail(logIn(user.email(), PASSWORD), 401, NO_ACCOUNT);
    }

    @Test
    void aUserNameThatAnotherSystemGaveStays() {
        var name = unique("plain");
        var id = made("/v1/users", Map.of("username", name, "email", uniqueEmail(), "password", PASSWORD))
                .get("id")
                .asText();
        var email = uniqueEmail();

        var answer = patch(USER + "/" + id, Map.of("email", email));

        assertStatus(answer, 200);
        assertThat(answer.json().get("username").asText()).isEqualTo(name);
        assertThat(answer.json().get("email").asText()).isEqualTo(email);
        assertStatus(logIn(name, PASSWORD), 200);
        assertStatus(logIn(email, PASSWORD), 200);
    }

    @Test
    void putAsksForTheAddress() {
        var user = newUser();

        assertFault(call("PUT", user.path(), Map.of("first_name", "Janet")), "email", "This field is required.");

        var answer = call("PUT", user.path(), Map.of("email", user.email(), "first_name", "Janet"));
        assertStatus(answer, 200);
        assertThat(answer.json().get("first_name").asText()).isEqualTo("Janet");
    }

    @Test
    void aRemovedUserIsGone() {
        var user = newUser();
        var token = tokenOf(user);

        var answer = call("DELETE", user.path() + "/", null);

        assertStatus(answer, 204);
        assertThat(answer.text()).isEmpty();
        assertDetail(get(user.path()), 404, NOT_FOUND);
        assertDetail(call("DELETE", user.path(), null), 404, NOT_FOUND);
        assertDetail(patch(user.path(), "{}"), 404, NOT_FOUND);
        assertDetail(logIn(user.email(), PASSWORD), 401, NO_ACCOUNT);
        assertBadToken(as(token, "GET", GROUP, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "1", "jane", "01900000000070008000000000000000", "%20", "null"})
    void whoDoesNotExistIsNotFound(String id) {
        assertDetail(get(USER + "/" + id), 404, NOT_FOUND);
    }

    @Test
    void usersAreListedInTheOrderOfTheirMakingAndSearched() {
        var mark = unique("mark");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var body = newUserBody(mark + i + "@example.com");
            ids.add(post(USER, body).json().get("id").asText());
        }

        var all = get(USER + "?search=" + mark.toUpperCase(Locale.ROOT));

        assertStatus(all, 200);
        assertThat(all.json().findValuesAsText("email")).hasSize(5);
        assertThat(ids(all.json())).isEqualTo(ids);
        assertThat(ids(get(USER + "?search=" + mark + "&page=2&page_size=2").json()))
                .isEqualTo(ids.subList(2, 4));
        assertThat(ids(get(USER + "/?search=" + mark + "&page=3&page_size=2").json()))
                .isEqualTo(ids.subList(4, 5));
        assertThat(get(USER + "?search=" + mark + "&page=9&page_size=2").json()).isEmpty();
        assertThat(get(USER + "?search=%25" + mark).json()).isEmpty();
        assertThat(get(USER).json().findValuesAsText("id")).containsAll(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "one", "1.5"})
    void aPageThatIsNoneIsNotFound(String page) {
        assertDetail(get(USER + "?page=" + page), 404, "Invalid page.");
    }

    @Test
    void aListShowsEachUserAsAReadingDoes() {
        var user = newUser(newGroup("view_group"), newGroup("view_user", "view_group"));

        var listed = get(USER + "?search=" + user.email());

        assertThat(listed.json()).containsExactly(get(user.path()).json());
        assertThat(listed.json().at("/0/permissions")).isEqualTo(json("[\"view_group\", \"view_user\"]"));
    }

    @Test
    void anInactiveGroupGivesNothing() {
        int group = newGroup("view_user");
        var user = newUser(group);
        var id = get("/v1/groups?limit=1000").json();
        for (var item : id.get("items")) {
            if (item.get("name")
                    .asText()
                    .equals(get(GROUP + "/" + group).json().get("name").asText())) {
                http().patch("/v1/groups/" + item.get("id").asText())
                        .bearer(token())
                        .mergePatch("{\"status\": \"INACTIVE\"}")
                        .send();
            }
        }

        var answer = get(user.path());

        assertThat(answer.json().get("groups")).hasSize(1);
        assertThat(answer.json().get("permissions")).isEmpty();
    }

    @Test
    void aNewUserHasAnIdOfThisShape() {
        assertThat(UUID.fromString(newUser().id()).version()).isEqualTo(7);
    }

    private static List<String> ids(JsonNode users) {
        var ids = new ArrayList<String>();
        users.forEach(user -> ids.add(user.get("id").asText()));
        return ids;
    }
}
