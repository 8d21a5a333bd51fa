package org.roster.it.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.it.Answer;

/** The walls between tenants (R6, R7), and between callers and rights that they do not hold (R10). */
class EcontextWallsIT extends EcontextApi {

    private static final String UNKNOWN_KEY = "0000000000000000000000001";

    private static final String[] ALL_BUT_PLATFORM = {
        "tenants:create", "tenants:read", "tenants:update", "tenants:delete",
        "users:create", "users:read", "users:update", "users:delete",
        "groups:create", "groups:read", "groups:update", "groups:delete",
        "applications:create", "applications:read", "applications:update", "applications:delete",
        "api-keys:create", "api-keys:read", "api-keys:update", "api-keys:delete"
    };

    private static Home ours;
    private static Home theirs;

    /** A tenant with one of everything, and somebody who may do everything there. */
    private record Home(String tenant, Credential clerk, String application, String group, String user, String key) {

        static Home make() {
            var tenant = id(v1("/v1/tenants", Map.of("code", unique("t"), "name", "A tenant of its own")));
            var clerk = person(tenant, ALL_BUT_PLATFORM);
            var application = id(result(clerk.send("POST", APPLICATION, Map.of("name", "Payroll")), "application"));
            var wish = Map.of("name", "Blue", "application", application);
            var group = id(result(clerk.send("POST", GROUP, wish), "group"));
            var jane = Map.of(
                    "email",
                    "jane@example.com",
                    "password",
                    PASSWORD,
                    "applications",
                    List.of(application),
                    "groups",
                    List.of(group));
            var user = id(result(clerk.send("POST", USER, jane), "user"));
            var key = id(result(clerk.send("POST", USER + "/" + user + "/apikey", "{}"), "apikey"));
            return new Home(tenant, clerk, application, group, user, key);
        }
    }

    /** A request with a place for an id; one from behind the wall, and one that nobody has. */
    private record Probe(String method, String path, String body, String foreign, String unknown) {

        Answer send(String id) {
            return ours.clerk.send(method, path.replace("{}", id), body == null ? null : body.replace("{}", id));
        }

        @Override
        public String toString() {
            return method + ' ' + path + (body == null ? "" : ' ' + body);
        }
    }

    @BeforeAll
    static void build() {
        ours = Home.make();
        theirs = Home.make();
    }

    private static Probe of(String method, String path, String body, String foreign) {
        return new Probe(method, path, body, foreign, UNKNOWN);
    }

    static Stream<Probe> probes() {
        var our = USER + "/" + ours.user;
        var user = """
                {"email": "%s@example.com", "password": "a new password", "applications": %s}""";
        return Stream.of(
                of("GET", USER + "/{}", null, theirs.user),
                of("PUT", USER + "/{}", "{\"name\": \"x\"}", theirs.user),
                of("DELETE", USER + "/{}", null, theirs.user),
                of("GET", USER + "/{}/apikey", null, theirs.user),
                of("POST", USER + "/{}/apikey", "{}", theirs.user),
                of("POST", USER + "/{}/application/" + ours.application, null, theirs.user),
                of("DELETE", USER + "/{}/application/" + ours.application, null, theirs.user),
                of("POST", USER + "/{}/group/" + ours.group, null, theirs.user),
                of("DELETE", USER + "/{}/group/" + ours.group, null, theirs.user),
                of("POST", our + "/application/{}", null, theirs.application),
                of("DELETE", our + "/application/{}", null, theirs.application),
                of("POST", our + "/group/{}", null, theirs.group),
                of("DELETE", our + "/group/{}", null, theirs.group),
                of("PUT", our, "{\"applications\": [\"{}\"]}", theirs.application),
                of("PUT", our, "{\"groups\": [\"{}\"]}", theirs.group),
                of("POST", USER, user.formatted(unique("u"), "[\"{}\"]"), theirs.application),
                of("POST", USER, user.formatted(unique("u"), "[], \"groups\": [\"{}\"]"), theirs.group),
                of("POST", USER, user.formatted(unique("u"), "[], \"organization\": \"{}\""), theirs.tenant),
                new Probe("GET", our + "/apikey/{}", null, theirs.key, UNKNOWN_KEY),
                new Probe("PUT", our + "/apikey/{}", "{}", theirs.key, UNKNOWN_KEY),
                new Probe("DELETE", our + "/apikey/{}", null, theirs.key, UNKNOWN_KEY),
                of("GET", APPLICATION + "/{}", null, theirs.application),
                of("PUT", APPLICATION + "/{}", "{\"name\": \"x\"}", theirs.application),
                of("DELETE", APPLICATION + "/{}", null, theirs.application),
                of("GET", APPLICATION + "/{}/users", null, theirs.application),
                of("GET", APPLICATION + "/{}/groups", null, theirs.application),
                of("POST", GROUP, "{\"name\": \"x\", \"application\": \"{}\"}", theirs.application),
                of("GET", GROUP + "/{}", null, theirs.group),
                of("PUT", GROUP + "/{}", "{\"name\": \"x\"}", theirs.group),
                of("DELETE", GROUP + "/{}", null, theirs.group),
                of("GET", GROUP + "/{}/users", null, theirs.group),
                of("GET", ORGANIZATION + "/{}", null, theirs.tenant),
                of("PUT", ORGANIZATION + "/{}", "{\"name\": \"x\"}", theirs.tenant),
                of("DELETE", ORGANIZATION + "/{}", null, theirs.tenant),
                of("GET", ORGANIZATION + "/{}/users", null, theirs.tenant));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void anIdFromBehindTheWallIsAnsweredLikeOneThatNobodyHas(Probe probe) {
        var foreign = probe.send(probe.foreign());
        var unknown = probe.send(probe.unknown());

        assertThat(foreign.status()).as(foreign.toString()).isBetween(400, 403).isEqualTo(unknown.status());
        assertThat(plain(foreign, probe.foreign())).isEqualTo(plain(unknown, probe.unknown()));
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    private static String plain(Answer answer, String id) {
        return answer.text().replaceAll("\"elapsed\":[0-9.E-]+", "").replace(id, "ID");
    }

    @Test
    void nothingBehindTheWallWasTouched() {
        probes().forEach(probe -> probe.send(probe.foreign()));

        for (var path : List.of(
                "/v1/users/" + theirs.user, "/v1/groups/" + theirs.group, "/v1/applications/" + theirs.application)) {
            var answer = http().get(path)
                    .query("tenant", theirs.tenant)
                    .bearer(token())
                    .send();
            assertThat(answer.header("ETag")).as(path).isEqualTo("\"1\"");
        }
        assertThat(result(theirs.clerk.send("GET", USER + "/" + theirs.user, null), "user")
                        .get("apikeys"))
                .hasSize(1);
    }

    @Test
    void listsAndSearchesShowOurOwnOnly() {
        for (var list : List.of("users", "applications", "groups", "users?limit=100", "users?minimal=1")) {
            var name = list.replaceAll("\\?.*", "");
            var found = ids(result(ours.clerk.send("GET", "/api/" + list, null), name));
            assertThat(found)
                    .as(list)
                    .contains(Map.of("users", ours.user, "applications", ours.application, "groups", ours.group)
                            .get(name));
            assertThat(found).as(list).doesNotContain(theirs.user, theirs.application, theirs.group);
        }
        assertThat(ids(result(ours.clerk.send("GET", "/api/users/search/jane@example.com", null), "users")))
                .containsExactly(ours.user);
        assertThat(result(ours.clerk.send("GET", "/api/users/search/" + theirs.key, null), "users"))
                .isEmpty();
        assertThat(result(ours.clerk.send("GET", "/api/users/search/" + theirs.user, null), "users"))
                .isEmpty();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        var strong = id(v1(
                "/v1/groups",
                Map.of("tenant", ours.tenant, "name", unique("Strong"), "permissions", List.of("events:read"))));
        var boss = id(
                v1("/v1/users", Map.of("tenant", ours.tenant, "username", unique("boss"), "groups", List.of(strong))));
        var clerk = ours.clerk;
        var victim = USER + "/" + boss;

        assertForbidden(clerk.send("POST", USER + "/" + ours.user + "/group/" + strong, null));
        assertForbidden(clerk.send("PUT", USER + "/" + ours.user, Map.of("groups", List.of(strong))));
        assertForbidden(clerk.send("DELETE", victim + "/group/" + strong, null));
        assertForbidden(clerk.send("POST", victim + "/apikey", "{}"));
        assertForbidden(clerk.send("PUT", victim, Map.of("password", "mine from now on")));
        assertForbidden(clerk.send("PUT", victim, Map.of("email", unique("mine") + "@example.com")));
        assertForbidden(clerk.send("PUT", victim, Map.of("status", "DISABLED")));
        assertForbidden(clerk.send("PUT", GROUP + "/" + strong, Map.of("name", "Weak")));
        assertThat(result(clerk.send("GET", victim, null), "user").get("apikeys"))
                .isEmpty();
        assertThat(result(clerk.send("GET", USER + "/" + ours.user, null), "user")
                        .get("groups"))
                .hasSize(1);
    }

    @Test
    void anApplicationMadeHereOpensNothing() {
        var made = http().get("/v1/applications/" + ours.application)
                .query("tenant", ours.tenant)
                .bearer(token())
                .send()
                .json();

        assertThat(made.get("scopes")).isEmpty();
        assertThat(made.get("grantTypes")).isEmpty();
    }
}
