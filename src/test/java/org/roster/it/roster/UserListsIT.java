package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of users, in a tenant of their own, so that what is listed is known to the last one. */
class UserListsIT extends RosterApi {

    private static String tenant;
    private static String group;
    private static String application;
    private static String users;

    @BeforeAll
    static void fill() {
        tenant = tenant();
        users = "/v1/users?tenant=" + tenant;
        group = madeId("/v1/groups", Map.of("tenant", tenant, "name", "Blue"));
        application = madeId("/v1/applications", Map.of("tenant", tenant, "name", "Payroll"));
        user("delta", "d@example.com", "Alma", "Young", Map.of("groups", List.of(group)));
        user("alpha", "z@example.com", "Bert", "Alonso", Map.of("status", "INACTIVE"));
        user("Charlie", "alf@example.com", "Alfred", "Young", Map.of("applications", List.of(application)));
        // Everything about this one begins with "al".
        user("alice", "alice@example.com", "Al", "Alba", Map.of("groups", List.of(group)));
        user("bravo", null, null, null, Map.of());
    }

    private static void user(String username, String email, String givenName, String familyName, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("tenant", tenant);
        body.put("username", username);
        body.put("email", email);
        body.put("givenName", givenName);
        body.put("familyName", familyName);
        made("/v1/users", body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created | delta alpha Charlie alice bravo",
                "-created | bravo alice Charlie alpha delta",
                "username | alice alpha bravo Charlie delta",
                "-username | delta Charlie bravo alpha alice",
                // Those who have no address have no place in this order.
                "email | Charlie alice delta alpha",
                "-email | alpha delta alice Charlie",
                "givenName | bravo alice Charlie delta alpha",
                "-givenName | alpha delta Charlie alice bravo",
                "familyName | bravo alice alpha delta Charlie",
                "-familyName | Charlie delta alpha alice bravo",
            })
    void everyOrderHoldsOverAllPages(String sort, String expected) {
        for (int limit : new int[] {1, 2, 1000}) {
            assertThat(walk(users + "&sort=" + sort + "&limit=" + limit, "username"))
                    .as("in pages of " + limit)
                    .containsExactly(expected.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // By user name and address in their order, then by given, then by family name; each user once.
                "al | Charlie alice alpha delta",
                "AL | Charlie alice alpha delta",
                "\uff21\uff4c | Charlie alice alpha delta",
                "ali | alice",
                "bert | alpha",
                "b | bravo alpha",
                "alice@ | alice",
                "y | delta Charlie",
                "% | ''",
                "a% | ''",
                "_l | ''",
            })
    void aPrefixFindsEachUserOnce(String prefix, String expected) {
        for (int limit : new int[] {1, 2, 1000}) {
            var found = walk(
                    users + "&prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8) + "&limit=" + limit,
                    "username");

            assertThat(String.join(" ", found)).as("in pages of " + limit).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "username=CHARLIE, Charlie",
        "username=charlie&email=ALF@example.com, Charlie",
        "username=charlie&email=z@example.com, ''",
        "username=alf@example.com, ''",
        "email=Alf@Example.com, Charlie",
        "email=charlie, ''",
        "status=INACTIVE, alpha",
        "status=PENDING_NEW, ''",
        "prefix=al&status=INACTIVE, alpha",
        "username=alpha&status=ACTIVE, ''",
        "sort=-username&status=ACTIVE, delta Charlie bravo alice",
    })
    void aFilterLeavesThoseWhoMatch(String filter, String expected) {
        assertThat(String.join(" ", walk(users + "&limit=1&" + filter, "username")))
                .isEqualTo(expected);
    }

    @Test
    void membersAndAssignedUsersAreFoundByTheirGroupAndApplication() {
        assertThat(walk(users + "&limit=1&group=" + group, "username")).containsExactly("delta", "alice");
        assertThat(walk(users + "&application=" + application, "username")).containsExactly("Charlie");
        assertThat(walk(users + "&prefix=al&group=" + group, "username")).containsExactly("alice", "delta");
        assertThat(walk(users + "&group=" + UNKNOWN, "username")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=-1, limit",
        "limit=ten, limit",
        "limit=, limit",
        "sort=password, sort",
        "sort=, sort",
        "prefix=a&sort=username, sort",
        "status=gone, status",
        "group=blue, group",
        "application=1, application",
    })
    void aParameterOfTheWrongFormIsRefusedByName(String parameters, String name) {
        var answer = get(users + "&" + parameters);

        assertRefused(answer, 400, "value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo(name);
    }

    @Test
    void aCursorIsGoodForItsOwnQueryOnly() {
        var cursor = get(users + "&limit=1").json().get("next").asText();
        var edited = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);

        assertStatus(get(users + "&limit=3&cursor=" + cursor), 200);
        for (var query : List.of(
                users + "&cursor=" + edited,
                users + "&cursor=x",
                users + "&sort=username&cursor=" + cursor,
                users + "&status=ACTIVE&cursor=" + cursor,
                "/v1/users?cursor=" + cursor,
                "/v1/groups?tenant=" + tenant + "&cursor=" + cursor)) {
            assertProblem(
                    get(query),
                    400,
                    "Bad Request",
                    "cursor_invalid",
                    "the cursor was not issued for this query",
                    "cursor");
        }
    }

    @Test
    void aCursorIsGoodForItsOwnCallerOnly() {
        var cursor = get(users + "&limit=1").json().get("next").asText();
        var other = clientOf(tenant, "users:read");

        var answer = http().get("/v1/users")
                .query("cursor", cursor)
                .bearer(other.token())
                .send();

        assertRefused(answer, 400, "cursor_invalid");
    }
}
