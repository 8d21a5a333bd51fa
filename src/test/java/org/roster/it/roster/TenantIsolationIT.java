package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.it.Answer;

/** The walls between tenants: what is behind one does not exist (R6), and naming it is refused (R7). */
class TenantIsolationIT extends RosterApi {

    private static final String UNKNOWN_KEY = "0000000000000000000000001";

    private static Home ours;
    private static Home theirs;

    /** A tenant with one of everything, and the token of a client that may do everything there. */
    private record Home(
            String tenant, String token, String user, String group, String application, String apiKey, String event) {

        static Home make() {
            var tenant = RosterApi.tenant();
            var client = clientOf(tenant, ALL_BUT_PLATFORM);
            var user = madeId("/v1/users", Map.of("tenant", tenant, "username", "jane"));
            var group = madeId("/v1/groups", Map.of("tenant", tenant, "name", "Blue"));
            var application = madeId("/v1/applications", Map.of("tenant", tenant, "name", "Payroll"));
            var key = madeId("/v1/api-keys", Map.of("tenant", tenant, "name", "k", "user", user));
            var event = get("/v1/events?limit=1&tenant=" + tenant)
                    .json()
                    .get("items")
                    .get(0)
                    .get("id")
                    .asText();
            return new Home(tenant, client.token(), user, group, application, key, event);
        }
    }

    @BeforeAll
    static void build() {
        ours = Home.make();
        theirs = Home.make();
    }

    /** A request with a place for an id; the id from behind the wall, and one that nobody has. */
    private record Probe(String method, String path, String body, String foreign, String unknown) {

        Answer send(String id) {
            var call = http().call(method, path.replace("{}", id)).bearer(ours.token());
            return (body == null ? call : call.json(body.replace("{}", id))).send();
        }

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    static Stream<Probe> probes() {
        var name = unique("probe");
        return Stream.of(
                of("GET", "/v1/users/{}", null, theirs.user),
                of("PATCH", "/v1/users/{}", "{\"givenName\": \"x\"}", theirs.user),
                of("DELETE", "/v1/users/{}", null, theirs.user),
                of("GET", "/v1/users/{}/groups", null, theirs.user),
                of("GET", "/v1/users/{}/applications", null, theirs.user),
                of("GET", "/v1/groups/{}", null, theirs.group),
                of("PATCH", "/v1/groups/{}", "{\"name\": \"x\"}", theirs.group),
                of("DELETE", "/v1/groups/{}", null, theirs.group),
                of("GET", "/v1/groups/{}/members", null, theirs.group),
                of("PUT", "/v1/groups/{}/members/" + ours.user, null, theirs.group),
                of("DELETE", "/v1/groups/{}/members/" + ours.user, null, theirs.group),
                of("PUT", "/v1/groups/" + ours.group + "/members/{}", null, theirs.user),
                of("DELETE", "/v1/groups/" + ours.group + "/members/{}", null, theirs.user),
                of("GET", "/v1/applications/{}", null, theirs.application),
                of("PATCH", "/v1/applications/{}", "{\"name\": \"x\"}", theirs.application),
                of("DELETE", "/v1/applications/{}", null, theirs.application),
                of("POST", "/v1/applications/{}/secret", "{ }", theirs.application),
                of("GET", "/v1/applications/{}/users", null, theirs.application),
                of("PUT", "/v1/applications/{}/users/" + ours.user, null, theirs.application),
                of("DELETE", "/v1/applications/{}/users/" + ours.user, null, theirs.application),
                of("PUT", "/v1/applications/" + ours.application + "/users/{}", null, theirs.user),
                of("DELETE", "/v1/applications/" + ours.application + "/users/{}", null, theirs.user),
                new Probe("GET", "/v1/api-keys/{}", null, theirs.apiKey, UNKNOWN_KEY),
                new Probe("PATCH", "/v1/api-keys/{}", "{\"name\": \"x\"}", theirs.apiKey, UNKNOWN_KEY),
                new Probe("DELETE", "/v1/api-keys/{}", null, theirs.apiKey, UNKNOWN_KEY),
                of("GET", "/v1/events/{}", null, theirs.event),
                of("GET", "/v1/tenants/{}", null, theirs.tenant),
                of("PATCH", "/v1/tenants/{}", "{\"name\": \"x\"}", theirs.tenant),
                of("POST", "/v1/users", "{\"username\": \"" + name + "\", \"groups\": [\"{}\"]}", theirs.group),
                of(
                        "POST",
                        "/v1/users",
                        "{\"username\": \"" + name + "\", \"applications\": [\"{}\"]}",
                        theirs.application),
                of("POST", "/v1/groups", "{\"name\": \"" + name + "\", \"application\": \"{}\"}", theirs.application),
                of("POST", "/v1/api-keys", "{\"name\": \"k\", \"user\": \"{}\"}", theirs.user),
                of("POST", "/v1/api-keys", "{\"name\": \"k\", \"application\": \"{}\"}", theirs.application));
    }

    private static Probe of(String method, String path, String body, String foreign) {
        return new Probe(method, path, body, foreign, UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void anIdFromBehindTheWallIsAnsweredLikeOneThatNobodyHas(Probe probe) {
        var foreign = probe.send(probe.foreign());
        var unknown = probe.send(probe.unknown());

        assertStatus(foreign, 404);
        assertStatus(unknown, 404);
        assertThat(foreign.text()).isEqualTo(unknown.text());
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void nothingBehindTheWallWasTouched() {
        probes().forEach(probe -> probe.send(probe.foreign()));

        for (var path : List.of(
                "/v1/users/" + theirs.user,
                "/v1/groups/" + theirs.group,
                "/v1/applications/" + theirs.application,
                "/v1/api-keys/" + theirs.apiKey)) {
            var answer = get(path + "?tenant=" + theirs.tenant);
            assertStatus(answer, 200);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        }
        assertThat(get("/v1/tenants/" + theirs.tenant).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "users, group",
        "users, application",
        "groups, user",
        "groups, application",
        "applications, user",
        "api-keys, user",
        "api-keys, application",
        "events, subject"
    })
    void aFilterByAnIdFromBehindTheWallFindsNothing(String list, String filter) {
        var id = Map.of(
                        "group", theirs.group,
                        "application", theirs.application,
                        "user", theirs.user,
                        "subject", theirs.user)
                .get(filter);

        var answer =
                http().get("/v1/" + list).query(filter, id).bearer(ours.token()).send();

        assertThat(answer.json()).isEqualTo(json("{\"items\": [], \"next\": null}"));
    }

    @ParameterizedTest
    @CsvSource({"users, username, jane", "groups, code, blue", "groups, name, Blue", "applications, name, Payroll"})
    void aNameFindsOnlyOurOwn(String list, String filter, String value) {
        var found = members(
                http().get("/v1/" + list)
                        .query(filter, value)
                        .bearer(ours.token())
                        .send()
                        .json(),
                "tenant");

        assertThat(found).containsExactly(ours.tenant);
    }

    @Test
    void aListShowsOnlyOurOwn() {
        assertThat(members(http().get("/v1/tenants").bearer(ours.token()).send().json(), "id"))
                .containsExactly(ours.tenant);
        for (var list : List.of("users", "groups", "applications", "api-keys")) {
            var tenants = members(
                    http().get("/v1/" + list).bearer(ours.token()).send().json(), "tenant");
            assertThat(tenants).as(list).isNotEmpty().containsOnly(ours.tenant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/users, ",
        "GET, /v1/users/USER, ",
        "PATCH, /v1/users/USER, {}",
        "DELETE, /v1/users/USER, ",
        "GET, /v1/users/USER/groups, ",
        "GET, /v1/groups, ",
        "PATCH, /v1/groups/GROUP, {}",
        "DELETE, /v1/groups/GROUP, ",
        "PUT, /v1/groups/GROUP/members/USER, ",
        "GET, /v1/applications, ",
        "DELETE, /v1/applications/APPLICATION, ",
        "POST, /v1/applications/APPLICATION/secret, {}",
        "GET, /v1/api-keys, ",
        "DELETE, /v1/api-keys/KEY, ",
        "GET, /v1/events, ",
    })
    void aForeignTenantInTheQueryIsRefusedWhetherOrNotItExists(String method, String path, String body) {
        var filled = path.replace("USER", theirs.user)
                .replace("GROUP", theirs.group)
                .replace("APPLICATION", theirs.application)
                .replace("KEY", theirs.apiKey);

        for (var claim : List.of(theirs.tenant, "default", UNKNOWN, "nobody", "")) {
            var call = http().call(method, filled).query("tenant", claim).bearer(ours.token());
            var answer = (body == null ? call : call.json(body)).send();

            assertProblem(answer, 403, "Forbidden", "tenant_foreign", "the caller is held to its own tenant", "tenant");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users | {\"tenant\": \"{}\", \"username\": \"intruder\"}",
                "groups | {\"tenant\": \"{}\", \"name\": \"intruder\"}",
                "applications | {\"tenant\": \"{}\", \"name\": \"intruder\"}",
                "api-keys | {\"tenant\": \"{}\", \"name\": \"intruder\"}",
            })
    void aForeignTenantInTheBodyIsRefusedAndNothingIsWritten(String list, String body) {
        var answer = http().post("/v1/" + list)
                .bearer(ours.token())
                .json(body.replace("{}", theirs.tenant))
                .send();

        assertProblem(answer, 403, "Forbidden", "tenant_foreign", "the caller is held to its own tenant", "tenant");
        assertThat(get("/v1/" + list + "?tenant=" + theirs.tenant).text()).doesNotContain("intruder");
        assertThat(get("/v1/" + list + "?tenant=" + ours.tenant).text()).doesNotContain("intruder");
    }

    @Test
    void ourOwnTenantMayBeNamed() {
        var answer = http().get("/v1/users")
                .query("tenant", ours.tenant)
                .bearer(ours.token())
                .send();

        assertStatus(answer, 200);
    }

    @Test
    void onlyAPlatformCallerMakesAndRemovesTenants() {
        var make = http().post("/v1/tenants")
                .bearer(ours.token())
                .json(Map.of("code", unique("t"), "name", "x"))
                .send();
        var remove =
                http().delete("/v1/tenants/" + ours.tenant).bearer(ours.token()).send();

        assertRefused(make, 403, "tenant_foreign");
        assertRefused(remove, 403, "tenant_foreign");
    }

    @Test
    void theSameNamesLiveOnBothSidesOfTheWall() {
        assertThat(ours.user).isNotEqualTo(theirs.user);
        assertThat(get("/v1/users?username=jane&tenant=" + ours.tenant).json().get("items"))
                .hasSize(1);
        assertThat(get("/v1/users?username=jane&tenant=" + theirs.tenant).json().get("items"))
                .hasSize(1);
    }
}
