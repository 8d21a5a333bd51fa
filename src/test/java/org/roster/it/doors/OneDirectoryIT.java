package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.Http;

/**
 * There is one directory behind all contracts: whoever is made, blocked, given a password or put into a group through one
 * of them is so through every other, at once.
 */
class OneDirectoryIT extends Deployed {

    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another correct horse";

    private static String key;
    private static String tenantClaim;
    private static Made group;

    /** A group by all of its ids; its name and its code are the same word. */
    private record Made(String id, int number, String word, String application) {}

    @BeforeAll
    static void prepare() {
        key = made(
                        "/v1/api-keys",
                        Map.of(
                                "name",
                                unique("gateway"),
                                "scopes",
                                List.of("users:create", "users:read", "users:update", "groups:read", "groups:update")))
                .get("key")
                .asText();
        var tenant = made(() -> http().get("/v1/tenants/default").bearer(token()), 200);
        tenantClaim = "tId=" + tenant.get("objectId").asText() + "&tCode=default";
        var application = made("/v1/applications", Map.of("name", unique("app")))
                .get("id")
                .asText();
        var word = "g" + Long.toString(System.nanoTime(), 36);
        var body = made("/v1/groups", Map.of("name", word, "code", word, "application", application));
        group = new Made(body.get("id").asText(), body.get("number").asInt(), word, application);
    }

    // How the clients of each contract do it.

    private static final Map<String, BiFunction<String, String, String>> ADD = Map.of(
            "roster",
            (name, password) -> made("/v1/users", Map.of("username", name, "email", email(name), "password", password))
                    .get("id")
                    .asText(),
            "ecosys",
            (name, password) -> {
                made("/etc-backend/api/users", Map.of("username", name, "email", email(name), "password", password));
                return idOf(name);
            },
            "econtext",
            (name, password) -> made(
                            () -> basic("POST", "/api/users/user")
                                    .json(Map.of(
                                            "email", email(name), "password", password, "applications", List.of())),
                            200)
                    .at("/econtext/result/user/id")
                    .asText(),
            "urac",
            (name, password) -> {
                good(urac("POST", "/urac/admin/addUser?" + tenantClaim)
                        .form(
                                "username",
                                name,
                                "firstName",
                                "Jane",
                                "lastName",
                                "Doe",
                                "email",
                                email(name),
                                "status",
                                "active",
                                "password",
                                password,
                                "confirmation",
                                password));
                return idOf(name);
            },
            "authservice",
            (name, password) -> made(
                            "/api/users",
                            Map.of("name", "Jane", "lastName", "Doe", "email", email(name), "password", password))
                    .get("id")
                    .asText(),
            "amani",
            (name, password) -> made("/api/v2/user", Map.of("email", email(name), "password", password))
                    .get("id")
                    .asText());

    private static final Map<String, BiConsumer<String, Boolean>> BLOCK = Map.of(
            "roster",
                    (id, blocked) ->
                            bearer("PATCH", "/v1/users/" + id, Map.of("status", blocked ? "INACTIVE" : "ACTIVE"), 200),
            "econtext",
                    (id, blocked) -> made(
                            () -> basic("PUT", "/api/users/user/" + id)
                                    .json(Map.of("status", blocked ? "DISABLED" : "ENABLED")),
                            200),
            "urac",
                    (id, blocked) -> good(urac("GET", "/urac/admin/changeUserStatus")
                            .query("uId", objectId(id))
                            .query("status", blocked ? "inactive" : "active")),
            "authservice",
                    (id, blocked) ->
                            bearer("PATCH", "/api/users/" + id + (blocked ? "/deactivate" : "/activate"), null, 204),
            "amani", (id, blocked) -> bearer("PATCH", "/api/v2/user/" + id, Map.of("is_active", !blocked), 200));

    private static final Map<String, BiConsumer<String, String>> SET_PASSWORD = Map.of(
            "roster", (id, password) -> bearer("PATCH", "/v1/users/" + id, Map.of("password", password), 200),
            "ecosys",
                    (id, password) -> bearer(
                            "PATCH", "/etc-backend/api/users/" + username(id), Map.of("password", password), 200),
            "econtext",
                    (id, password) ->
                            made(() -> basic("PUT", "/api/users/user/" + id).json(Map.of("password", password)), 200),
            "authservice", (id, password) -> bearer("PUT", "/api/users/" + id, Map.of("password", password), 200),
            "amani", (id, password) -> bearer("PATCH", "/api/v2/user/" + id, Map.of("password", password), 200));

    private static final Map<String, BiConsumer<String, Made>> JOIN = Map.of(
            "roster", (id, to) -> bearer("PUT", "/v1/groups/" + to.id() + "/members/" + id, null, 204),
            "ecosys",
                    (id, to) -> assertThat(
                                    http().put("/etc-backend/api/groups/" + to.word() + "/members/" + username(id))
                                            .bearer(token())
                                            .send()
                                            .status())
                            .isBetween(200, 299),
            "econtext",
                    (id, to) -> made(
                            () -> basic("PUT", "/api/users/user/" + id)
                                    .json(Map.of(
                                            "applications", List.of(to.application()), "groups", List.of(to.id()))),
                            200),
            "urac",
                    (id, to) -> good(urac("POST", "/urac/admin/group/addUsers?" + tenantClaim)
                            .json(Map.of("groupCode", to.word(), "users", List.of(username(id))))),
            "authservice", (id, to) -> bearer("POST", "/api/users/" + id + "/roles/" + to.id(), null, 204),
            "amani", (id, to) -> bearer("PATCH", "/api/v2/user/" + id, Map.of("groups", List.of(to.number())), 200));

    // What each of them sees.

    private static final Map<String, Function<String, Boolean>> OPEN = Map.of(
            "roster", id -> Set.of("ACTIVE", "UNVERIFIED").contains(get("/v1/users/" + id, "/status")),
            "econtext",
                    id -> Set.of("ENABLED", "UNVERIFIED")
                            .contains(made(() -> basic("GET", "/api/users/user/" + id), 200)
                                    .at("/econtext/result/user/status")
                                    .asText()),
            "urac",
                    id -> good(urac("GET", "/urac/admin/getUser").query("uId", objectId(id)))
                            .at("/data/status")
                            .asText()
                            .equals("active"),
            "authservice", id -> get("/api/users/" + id, "/isEnabled").equals("true"),
            "amani", id -> get("/api/v2/user/" + id, "/is_active").equals("true"));

    private static final Map<String, Function<String, String>> EMAIL = Map.of(
            "roster", id -> get("/v1/users/" + id, "/email"),
            "ecosys", id -> get("/etc-backend/api/users/" + username(id), "/user/email"),
            "econtext",
                    id -> made(() -> basic("GET", "/api/users/user/" + id), 200)
                            .at("/econtext/result/user/email")
                            .asText(),
            "urac",
                    id -> good(urac("GET", "/urac/admin/getUser").query("uId", objectId(id)))
                            .at("/data/email")
                            .asText(),
            "authservice", id -> get("/api/users/" + id, "/email"),
            "amani", id -> get("/api/v2/user/" + id, "/email"));

    private static final Map<String, Function<String, List<String>>> GROUPS = Map.of(
            "roster",
                    id -> made(() -> http().get("/v1/users/" + id + "/groups").bearer(token()), 200)
                            .findValuesAsText("code"),
            "econtext",
                    id -> made(() -> basic("GET", "/api/users/user/" + id), 200)
                            .at("/econtext/result/user/groups")
                            .findValuesAsText("name"),
            "urac",
                    id -> texts(good(urac("GET", "/urac/admin/getUser").query("uId", objectId(id)))
                            .at("/data/groups")),
            "authservice",
                    id -> made(() -> http().get("/api/users/" + id).bearer(token()), 200)
                            .get("roles")
                            .findValuesAsText("name"),
            "amani",
                    id -> made(() -> http().get("/api/v2/user/" + id).bearer(token()), 200)
                            .get("groups")
                            .findValuesAsText("name"));

    private static final Map<String, BiPredicate<String, String>> LOG_IN = Map.of(
            "roster",
            (name, password) -> entered(http().get("/v1/me").basic(email(name), password)),
            "ecosys",
            (name, password) -> entered(http().post("/etc-backend/token")
                    .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                    .form("grant_type", "password", "username", email(name), "password", password, "scope", "profile")),
            "econtext",
            // Its own log-in is HTTP Basic: whoever may do nothing is let in and told so.
            (name, password) -> http().get("/api/users?limit=1")
                            .basic(email(name), password)
                            .send()
                            .status()
                    == 403,
            "urac",
            (name, password) -> urac("POST", "/oauth/token")
                    .form("grant_type", "password", "username", email(name), "password", password)
                    .send()
                    .json()
                    .has("access_token"),
            "authservice",
            (name, password) ->
                    entered(http().post("/api/auth/login").json(Map.of("email", email(name), "password", password))),
            "amani",
            (name, password) -> entered(
                    http().post("/api/v2/user/login").json(Map.of("username", email(name), "password", password))));

    @ParameterizedTest
    @MethodSource("adding")
    void aUserMadeThroughOneDoorIsTheSameThroughAllOthers(String door) {
        var name = unique("jane");

        var id = ADD.get(door).apply(name, PASSWORD);

        EMAIL.forEach((other, email) ->
                assertThat(email.apply(id).toLowerCase(Locale.ROOT)).as(other).isEqualTo(email(name)));
        OPEN.forEach((other, open) -> assertThat(open.apply(id)).as(other).isTrue());
        LOG_IN.forEach((other, logIn) ->
                assertThat(logIn.test(name, PASSWORD)).as(other).isTrue());
        refusedThroughAll(id, name, OTHER);
    }

    @ParameterizedTest
    @MethodSource("blocking")
    void whoIsBlockedThroughOneDoorIsShutOutOfAllOthers(String door) {
        var name = unique("jane");
        var id = ADD.get("roster").apply(name, PASSWORD);

        BLOCK.get(door).accept(id, true);

        OPEN.forEach((other, open) -> assertThat(open.apply(id)).as(other).isFalse());
        refusedThroughAll(id, name, PASSWORD);
        BLOCK.get(door).accept(id, false);
        OPEN.forEach((other, open) -> assertThat(open.apply(id)).as(other).isTrue());
        LOG_IN.forEach((other, logIn) ->
                assertThat(logIn.test(name, PASSWORD)).as(other).isTrue());
    }

    @ParameterizedTest
    @MethodSource("settingPasswords")
    void aPasswordSetThroughOneDoorIsThePasswordAtAllOthers(String door) {
        var name = unique("jane");
        var id = ADD.get("roster").apply(name, PASSWORD);

        SET_PASSWORD.get(door).accept(id, OTHER);

        LOG_IN.forEach(
                (other, logIn) -> assertThat(logIn.test(name, OTHER)).as(other).isTrue());
        refusedThroughAll(id, name, PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("joining")
    void aGroupJoinedThroughOneDoorIsSeenThroughAllOthers(String door) {
        var id = ADD.get("roster").apply(unique("jane"), PASSWORD);

        JOIN.get(door).accept(id, group);

        GROUPS.forEach((other, groups) -> assertThat(groups.apply(id)).as(other).containsExactly(group.word()));
    }

    static Set<String> adding() {
        return ADD.keySet();
    }

    static Set<String> blocking() {
        return BLOCK.keySet();
    }

    static Set<String> settingPasswords() {
        return SET_PASSWORD.keySet();
    }

    static Set<String> joining() {
        return JOIN.keySet();
    }

    private static String email(String name) {
        return name + "@example.com";
    }

    private static String idOf(String name) {
        return made(() -> http().get("/v1/users").query("email", email(name)).bearer(token()), 200)
                .at("/items/0/id")
                .asText();
    }

    private static String username(String id) {
        return get("/v1/users/" + id, "/username");
    }

    /** The first 96 bits after the version and the variant are left out, as urac's clients know the id. */
    private static String objectId(String id) {
        var digits = id.replace("-", "");
        var number = new java.math.BigInteger(digits, 16);
        var head =
                number.shiftRight(80).shiftLeft(12).or(number.shiftRight(64).and(java.math.BigInteger.valueOf(0xfff)));
        var tail =
                number.shiftRight(26).and(java.math.BigInteger.ONE.shiftLeft(36).subtract(java.math.BigInteger.ONE));
        return "%015x%09x".formatted(head, tail);
    }

    /** Wrong tries are added up over all doors, so each begins anew. */
    private static void refusedThroughAll(String id, String name, String password) {
        LOG_IN.forEach((other, logIn) -> {
            assertThat(logIn.test(name, password)).as(other).isFalse();
            bearer("DELETE", "/v1/users/" + id + "/lock-out", null, 204);
        });
    }

    private static Http.Call urac(String method, String path) {
        return http().call(method, path).header("key", key);
    }

    private static Http.Call basic(String method, String path) {
        return http().call(method, path).basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD);
    }

    private static boolean entered(Http.Call call) {
        var status = call.send().status();
        return switch (status) {
            case 200 -> true;
            case 400, 401 -> false;
            default -> fail("status " + status);
        };
    }

    /** A good answer of urac. */
    private static JsonNode good(Http.Call call) {
        var answer = call.send();
        assertThat(answer.json().path("result").asBoolean())
                .as(answer.toString())
                .isTrue();
        return answer.json();
    }

    private static String get(String path, String pointer) {
        return made(() -> http().get(path).bearer(token()), 200).at(pointer).asText();
    }

    private static void bearer(String method, String path, Object body, int status) {
        var call = http().call(method, path).bearer(token());
        Answer answer = (body == null ? call : call.json(body)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static JsonNode made(String path, Object body) {
        return made(() -> http().post(path).bearer(token()).json(body), 201);
    }

    private static JsonNode made(java.util.function.Supplier<Http.Call> call, int status) {
        var answer = call.get().send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new java.util.ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
