package org.roster.it.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** {@code POST /users/user}: what it makes, and everything that it refuses, in the original's words and order. */
class EcontextNewUserIT extends EcontextApi {

    private static Answer add(Object wish) {
        return post(USER, wish);
    }

    @Test
    void everyMemberIsTaken() {
        var application = newApplication();
        var group = newGroup(id(application));
        var wish = wish(id(application));
        var own = UUID.randomUUID().toString();
        wish.putAll(Map.of(
                "name",
                "Jane Doe",
                "username",
                unique("jane"),
                "status",
                "ENABLED",
                "id",
                own,
                "custom_data",
                Map.of("company_name", "Example", "depth", 9),
                "groups",
                List.of(id(group)),
                "nickname",
                "passed over"));

        var user = result(add(wish), "user");

        assertThat(id(user)).isEqualTo(own);
        assertThat(user.get("name").asText()).isEqualTo("Jane Doe");
        assertThat(user.get("username")).hasToString("\"" + wish.get("username") + "\"");
        assertThat(user.get("status").asText()).isEqualTo("ENABLED");
        assertThat(user.get("custom_data")).isEqualTo(json("{\"company_name\": \"Example\", \"depth\": 9}"));
        assertThat(user.get("applications")).containsExactly(application);
        assertThat(user.get("groups")).containsExactly(group);
        assertThat(user).hasSize(12);
    }

    @Test
    void theAddressIsKeptInSmallLettersAndIsTheUserName() {
        var name = unique("Jane");

        var user = result(add(wishWith("email", "  " + name + "@Example.COM ")), "user");

        assertThat(user.get("email").asText()).isEqualTo((name + "@example.com").toLowerCase(Locale.ROOT));
        assertThat(user.get("username").asText()).isEqualTo(name + "@Example.COM");
    }

    @Test
    void thePasswordIsTrimmedAtItsEndsOnly() {
        var wish = wishWith("password", " \t seven words  with spaces \n");
        result(add(wish));

        var person = new Credential((String) wish.get("email"), "seven words  with spaces");

        assertForbidden(person.send("GET", "/api/applications", null)); // good, but without rights
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "applications"})
    void whatIsMissingIsNamed(String member) {
        assertMissing(add(wishWithout(member)), member);
    }

    @Test
    void theFirstThatIsMissingIsNamed() {
        assertMissing(add("{}"), "email");
        assertMissing(add("{\"email\": \"x\"}"), "password");
        assertMissing(add("{\"email\": \"x\", \"password\": \"x\"}"), "applications");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jane", "jane@", "@example.com", "a@b@example.com", "jane@localhost", "jane doe@example.com"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertInvalid(add(wishWith("email", email)), "email", "Invalid email address");
        assertInvalid(add(wishWith("email", 1)), "email", "Invalid email address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "       ", "sixsix", " sixsix ", "😀😀😀😀😀😀"})
    void aPasswordOfLessThanSevenCharactersIsRefused(String password) {
        assertInvalid(add(wishWith("password", password)), "password", "Password must be at least 7 characters long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7b7b7b7", "😀😀😀😀😀😀😀", "a b c d"})
    void sevenCharactersAreEnough(String password) {
        result(add(wishWith("password", password)));
    }

    @Test
    void aPasswordThatIsTheAddressIsRefused() {
        var wish = wish();
        wish.put("password", wish.get("email"));

        assertInvalid(add(wish), "password", "Password must not be the user name or the e-mail address");
    }

    @Test
    void aTakenAddressAnswers400() {
        var email = newUser().get("email").asText();

        for (var spelling : List.of(email, email.toUpperCase(Locale.ROOT), " " + email)) {
            assertInvalid(add(wishWith("email", spelling)), "email", "A user with that email address already exists");
        }
    }

    @Test
    void anAddressThatIsAnothersUserNameIsTakenToo() {
        var name = unique("name") + "@example.com";
        result(add(wishWith("username", name)));

        assertInvalid(add(wishWith("email", name)), "email", "A user with that email address already exists");
        assertInvalid(add(wishWith("username", name)), "username", "A user with that username already exists");
    }

    @Test
    void aTakenAddressIsSaidBeforeAShortPassword() {
        var wish = wishWith("email", newUser().get("email").asText());
        wish.put("password", "short");
        wish.put("applications", "none");

        assertInvalid(add(wish), "email", "A user with that email address already exists");
    }

    @Test
    void aTakenIdAnswers400() {
        var own = UUID.randomUUID().toString();
        result(add(wishWith("id", own)));

        assertInvalid(add(wishWith("id", own)), "id", "A User with that id already exists");
        assertInvalid(add(wishWith("id", "x")), "id", "Expecting a UUID of 36 characters");
        result(add(wishWith("id", " ")));
    }

    @Test
    void anIdIsNotGivenTwiceEvenAfterItsUserIsGone() {
        var own = UUID.randomUUID().toString();
        result(add(wishWith("id", own)));
        result(put(USER + "/" + own, Map.of("status", "DISABLED")));
        assertDeleted(delete(USER + "/" + own));

        assertInvalid(add(wishWith("id", own)), "id", "A User with that id already exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"none\"", "{}", "1", "true"})
    void applicationsAreAList(String applications) {
        var body = """
                {"email": "%s@example.com", "password": "a new password", "applications": %s}""".formatted(unique("u"), applications);

        assertInvalid(add(body), "applications", "Expecting a list of application ids");
    }

    @Test
    void anUnknownApplicationIsNamed() {
        var known = id(newApplication());

        assertInvalid(
                add(wishWith("applications", List.of(known, UNKNOWN))),
                "applications",
                "Couldn't find application " + UNKNOWN);
        assertInvalid(add(wishWith("applications", List.of("x"))), "applications", "Couldn't find application x");
        assertInvalid(add(wishWith("applications", List.of(1))), "applications", "Couldn't find application 1");
    }

    @Test
    void anUnknownGroupIsNamed() {
        assertInvalid(add(wishWith("groups", "none")), "groups", "Expecting a list of group ids");
        assertInvalid(add(wishWith("groups", List.of(UNKNOWN))), "groups", "Couldn't find group " + UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "[]", "\"\"", "false"})
    void noGroupsAreNone(String groups) {
        var body = """
                {"email": "%s@example.com", "password": "a new password", "applications": [], "groups": %s}""".formatted(unique("u"), groups);

        assertThat(result(add(body), "user").get("groups")).isEmpty();
    }

    @Test
    void aGroupOfAnotherApplicationIsRefused() {
        var other = id(newApplication());
        var wish = wish(id(newApplication()));
        wish.put("groups", List.of(id(newGroup(other))));

        assertInvalid(
                add(wish), "groups", "User is not a member the application " + other + " specified by this group");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "null", "[]", "\"text\"", "[1]"})
    void customDataThatIsNoneIsNull(String data) {
        var body = """
                {"email": "%s@example.com", "password": "a new password", "applications": [], "custom_data": %s}""".formatted(unique("u"), data);

        assertThat(result(add(body), "user").get("custom_data").isNull()).isTrue();
    }

    @Test
    void aStatusThatIsNoneIsRefused() {
        assertInvalid(add(wishWith("status", "ACTIVE")), "status", "Expecting one of [ENABLED, UNVERIFIED, DISABLED]");
        assertThat(result(add(wishWith("status", "disabled")), "user")
                        .get("status")
                        .asText())
                .isEqualTo("DISABLED");
    }

    @Test
    void theOrganizationIsTheCallersOrNamedByAPlatformCaller() {
        var organization = id(result(post(ORGANIZATION, Map.of("name", unique("Org"))), "organization"));
        var wish = wishWith("organization", organization);

        var user = result(add(wish), "user");

        assertInvalid(get(USER + "/" + id(user)), "userid", "User not found");
        assertThat(ids(result(get(ORGANIZATION + "/" + organization + "/users"), "users")))
                .containsExactly(id(user));
        assertInvalid(add(wishWith("organization", UNKNOWN)), "orgid", "Organization not found");
    }

    @Test
    void aNewUserCannotBeGivenMoreThanTheCallerHas() {
        var strong = id(v1("/v1/groups", Map.of("name", unique("Strong"), "permissions", List.of("users:delete"))));
        var clerk = person("default", "users:create", "users:read");
        var wish = new HashMap<>(wish());
        wish.put("groups", List.of(strong));

        assertForbidden(clerk.send("POST", USER, wish));
        wish.remove("groups");
        result(clerk.send("POST", USER, wish));
    }
}
