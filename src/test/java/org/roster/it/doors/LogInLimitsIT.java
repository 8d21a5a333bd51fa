package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.RosterServer;
import org.roster.it.TwoNodes;

/** Whoever guesses is held up, at whatever door, and nobody else is (R30, R31, R33, R34). */
@ExtendWith(TwoNodes.class)
class LogInLimitsIT {

    private static final String PASSWORD = "a long enough passphrase";

    /** In place of the time of a try that was not looked at. */
    private static final long HELD_UP = -1;

    /** The tests come from many addresses, by the header of a proxy that this server trusts. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static RosterServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = TwoNodes.one();
        token = Credentials.token(http());
    }

    private static Http http() {
        return server.http();
    }

    private static String unique(String prefix) {
        return prefix + "-" + Long.toString(System.nanoTime(), 36);
    }

    private static String address() {
        int next = ADDRESSES.incrementAndGet();
        return "203.0." + next / 250 + "." + (1 + next % 250);
    }

    private record Person(String name, String id) {}

    private static Person person() {
        var name = unique("jane");
        var made = http().post("/v1/users")
                .bearer(token)
                .json(Map.of("username", name, "email", name + "@example.com", "password", PASSWORD))
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return new Person(name, made.json().get("id").asText());
    }

    private static Answer amani(String from, String name, String password) {
        return http().post("/amani/api/v2/user/login")
                .header("X-Forwarded-For", from)
                .json(Map.of("username", name, "password", password))
                .send();
    }

    private static Answer basic(String from, String name, String password) {
        return http().get("/v1/me")
                .header("X-Forwarded-For", from)
                .basic(name, password)
                .send();
    }

    private static Answer grant(String from, String name, String password) {
        return http().post("/etc-backend/token")
                .header("X-Forwarded-For", from)
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "password", "username", name, "password", password)
                .send();
    }

    private static Answer authservice(String from, String name, String password) {
        return http().post("/authservice/api/auth/login")
                .header("X-Forwarded-For", from)
                .json(Map.of("email", name + "@example.com", "password", password))
                .send();
    }

    private static List<Answer> together(int many, IntFunction<Answer> one) throws Exception {
        var threads = Executors.newFixedThreadPool(Math.min(many, 50));
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            IntStream.range(0, many).forEach(i -> calls.add(() -> one.apply(i)));
            var answers = new ArrayList<Answer>();
            for (var future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static long looked(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() != 429).count();
    }

    private static int retryAfter(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
        return Integer.parseInt(answer.header("Retry-After"));
    }

    private static Answer lockOut(Person person) {
        return http().get("/v1/users/" + person.id() + "/lock-out")
                .bearer(token)
                .send();
    }

    private static List<String> events(Person person) {
        var types = new ArrayList<String>();
        http().get("/v1/events")
                .query("subject", person.id())
                .bearer(token)
                .send()
                .json()
                .get("items")
                .forEach(event -> types.add(event.get("type").asText()));
        return types;
    }

    @Test
    void ofAHundredWrongTriesAtOnceThroughAllDoorsAFewAreLookedAt() throws Exception {
        var jane = person();
        var home = address();
        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);
        var strangers = IntStream.range(0, 4).mapToObj(i -> address()).toList();

        var answers = together(100, i -> switch (i % 4) {
            case 0 -> amani(strangers.get(0), jane.name(), "wrong " + i);
            case 1 -> basic(strangers.get(1), jane.name(), "wrong " + i);
            case 2 -> grant(strangers.get(2), jane.name(), "wrong " + i);
            default -> authservice(strangers.get(3), jane.name(), "wrong " + i);
        });

        assertThat(answers).extracting(Answer::status).isSubsetOf(400, 401, 429);
        assertThat(looked(answers)).isBetween(5L, 12L);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .allSatisfy(refused -> assertThat(retryAfter(refused)).isPositive());
        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void eachContractRefusesInItsOwnWords() {
        var jane = person();
        var from = address();
        for (int i = 0; i < 5; i++) {
            assertThat(amani(from, jane.name(), "wrong").status()).isEqualTo(401);
        }

        assertThat(amani(from, jane.name(), PASSWORD).json().get("detail").asText())
                .startsWith("Request was throttled.");
        var basic = basic(from, jane.name(), PASSWORD);
        assertThat(basic.status()).isEqualTo(429);
        assertThat(basic.json().get("code").asText()).isEqualTo("rate_limited");
        assertThat(grant(from, jane.name(), PASSWORD).json().get("error").asText())
                .isEqualTo("temporarily_unavailable");
        assertThat(authservice(from, jane.name(), PASSWORD).text()).contains("Demasiados intentos");
    }

    @Test
    void anUnknownNameIsHeldUpInTheVerySameWay() {
        Function<String, List<String>> tried = name -> {
            var from = address();
            var seen = new ArrayList<String>();
            for (int i = 0; i < 8; i++) {
                var answer = amani(from, name, i == 7 ? "" : "wrong");
                var headers = new java.util.TreeMap<>(answer.headers().map());
                headers.keySet().removeIf(header -> List.of("date", "x-request-id", "ratelimit")
                        .contains(header.toLowerCase()));
                seen.add(answer.status() + " " + headers + " " + answer.text());
            }
            return seen;
        };

        assertThat(tried.apply(unique("nobody"))).isEqualTo(tried.apply(person().name()));
    }

    @Test
    void theDelayGrowsAndTheAccountsViewSaysSoUntilItIsEnded() throws Exception {
        var jane = person();
        var from = address();
        for (int i = 0; i < 5; i++) {
            amani(from, jane.name(), "wrong");
        }
        assertThat(retryAfter(amani(from, jane.name(), PASSWORD))).isEqualTo(1);
        Thread.sleep(1100);
        assertThat(amani(from, jane.name(), "wrong").status()).isEqualTo(401);
        assertThat(retryAfter(amani(from, jane.name(), PASSWORD))).isEqualTo(2);
        Thread.sleep(2100);
        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        assertThat(retryAfter(amani(from, jane.name(), PASSWORD))).isBetween(3, 4);

        var view = lockOut(jane).json();
        assertThat(view.get("failures").asInt()).isEqualTo(7);
        assertThat(view.get("shutOut").asBoolean()).isFalse();
        assertThat(view.get("nextTryAt").isTextual()).isTrue();
        var ended = http().delete("/v1/users/" + jane.id() + "/lock-out")
                .bearer(token)
                .send();

        assertThat(ended.status()).isEqualTo(204);
        assertThat(lockOut(jane).json().get("failures").asInt()).isZero();
        assertThat(amani(from, jane.name(), PASSWORD).status()).isEqualTo(200);
        assertThat(events(jane)).contains("user.lock_out_ended");
    }

    @Test
    void aRightPasswordFromAKnownPlaceWorksWhateverStrangersDo() {
        var jane = person();
        var home = address();
        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);
        var stranger = address();
        for (int i = 0; i < 5; i++) {
            amani(stranger, jane.name(), "wrong");
        }

        assertThat(retryAfter(amani(stranger, jane.name(), PASSWORD))).isPositive();
        assertThat(basic(home, jane.name(), PASSWORD).status()).isEqualTo(200);
        assertThat(lockOut(jane).json().get("failures").asInt()).isEqualTo(5);
        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);
        assertThat(lockOut(jane).json().get("failures").asInt()).isZero();
    }

    @Test
    void ofAHundredWrongTriesFortyAreForStrangersAndFiveForEachKnownPlace() throws SQLException {
        var jane = person();
        var places = IntStream.range(0, 10).mapToObj(i -> address()).toList();
        places.forEach(place ->
                assertThat(amani(place, jane.name(), PASSWORD).status()).isEqualTo(200));
        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        triedBefore(jane, 39);

        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        assertThat(retryAfter(amani(address(), jane.name(), PASSWORD))).isEqualTo(86_400);
        assertThat(lockOut(jane).json().get("shutOut").asBoolean()).isTrue();
        for (var place : places) {
            var answers = new ArrayList<Answer>();
            for (int i = 0; i < 7; i++) {
                answers.add(amani(place, jane.name(), "wrong"));
            }
            assertThat(answers).extracting(Answer::status).containsExactly(401, 401, 401, 401, 401, 429, 429);
        }

        assertThat(lockOut(jane).json().get("failures").asInt()).isEqualTo(90);
        assertThat(events(jane)).containsOnlyOnce("user.log_in_blocked");
    }

    @Test
    void whoIsAtAKnownPlaceIsNotShutOutByStrangersAndThereIsOneEventOfIt() throws SQLException {
        var jane = person();
        var home = address();
        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);
        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        triedBefore(jane, 10);
        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        triedBefore(jane, 39);
        assertThat(amani(address(), jane.name(), "wrong").status()).isEqualTo(401);
        amani(address(), jane.name(), "wrong");

        assertThat(amani(home, jane.name(), PASSWORD).status()).isEqualTo(200);

        assertThat(lockOut(jane).json().get("shutOut").asBoolean()).isFalse();
        assertThat(events(jane).stream().filter("user.log_in_blocked"::equals))
                .hasSize(2); // the delay, and the shutting
        assertThat(events(jane)).containsOnlyOnce("user.lock_out_ended");
    }

    /** As if so many wrong tries had been looked at, the last of them a while ago: waiting for it would take hours. */
    private static void triedBefore(Person person, int failures) throws SQLException {
        try (var connection = server.database();
                var update = connection.prepareStatement(
                        "update wrong_try set failures = ?, last_at = ? where bucket = ?")) {
            update.setInt(1, failures);
            update.setString(2, "2026-01-01 00:00:00");
            update.setString(3, "account:" + person.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void whoAsksForManyResetsFromOneAddressGetsNoMoreOfThem() {
        var key = http().post("/v1/api-keys")
                .bearer(token)
                .json(Map.of("name", unique("portal"), "scopes", List.of("users:read")))
                .send()
                .json()
                .get("key")
                .asText();
        var jane = person();
        var from = address();
        for (int i = 0; i < TwoNodes.PER_ADDRESS; i++) {
            forgotten(from, key, unique("nobody"));
        }

        var refused = forgotten(from, key, jane.name());
        var asked = forgotten(address(), key, jane.name());

        assertThat(refused.text()).isEqualTo(asked.text());
        TwoNodes.mailbox().await(jane.name() + "@example.com", 1);
        assertThat(mails(jane)).isEqualTo(1);
    }

    private static int mails(Person person) {
        return http().get("/v1/mails")
                .query("user", person.id())
                .bearer(token)
                .send()
                .json()
                .get("items")
                .size();
    }

    private static Answer forgotten(String from, String key, String name) {
        return http().get("/urac/forgotPassword?username=" + name)
                .header("X-Forwarded-For", from)
                .header("key", key)
                .send();
    }

    @Test
    void oneTryOnEachOfManyNamesIsStoppedByTheAddress() {
        var from = address();
        var known = person();
        int looked = 0;
        while (looked < 60 && amani(from, unique("nobody"), "Summer2026!").status() == 401) {
            looked++;
        }

        assertThat(looked).isEqualTo(50);
        assertThat(retryAfter(amani(from, known.name(), "wrong"))).isBetween(500, 600);
        assertThat(retryAfter(amani(from, unique("nobody"), "wrong"))).isBetween(500, 600);
        assertThat(amani(address(), known.name(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        int looked = 0;
        while (looked < 60
                && amani("2001:db8:0:1::" + Integer.toHexString(looked + 1), unique("nobody"), "wrong")
                                .status()
                        == 401) {
            looked++;
        }

        assertThat(looked).isEqualTo(50);
        assertThat(amani("2001:db8:0:2::1", unique("nobody"), "wrong").status()).isEqualTo(401);
    }

    @Test
    void wrongClientSecretsAreHeldUpPerClientAndAddress() throws Exception {
        for (var clientId : List.of(Credentials.CLIENT_ID, unique("no-client"))) {
            var from = address();
            var answers = together(40, i -> client(from, clientId, "wrong secret number " + i));

            assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
            assertThat(looked(answers)).isBetween(1L, 5L);
            assertThat(client(from, clientId, Credentials.CLIENT_SECRET).status())
                    .isEqualTo(429);
        }
        assertThat(client(address(), Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                        .status())
                .isEqualTo(200);
    }

    private static Answer client(String from, String clientId, String secret) {
        return http().post("/oauth2/token")
                .header("X-Forwarded-For", from)
                .basic(clientId, secret)
                .form("grant_type", "client_credentials")
                .send();
    }

    @Test
    void wrongApiKeysAreStoppedByTheAddressAndRightOnesAreNot() {
        var from = address();
        var key = http().post("/v1/api-keys")
                .bearer(token)
                .json(Map.of("name", unique("key"), "scopes", List.of("users:read")))
                .send()
                .json()
                .get("key")
                .asText();
        int looked = 0;
        while (looked < 60 && apiKey(from, key + "x").status() == 401) {
            looked++;
        }

        assertThat(looked).isEqualTo(50);
        assertThat(retryAfter(apiKey(from, key + "x"))).isBetween(500, 600);
        assertThat(apiKey(from, key).status()).isEqualTo(200);
    }

    private static Answer apiKey(String from, String key) {
        return http().get("/v1/me")
                .header("X-Forwarded-For", from)
                .header("X-API-Key", key)
                .send();
    }

    @Test
    void theTimeOfAnAnswerDoesNotTellWhetherTheNameIsSomebodys() {
        for (var password : List.of("a wrong passphrase", "", "x".repeat(1000))) {
            var known = new ArrayList<Long>();
            var unknown = new ArrayList<Long>();
            for (int i = 0; i < 24; i++) {
                var names = List.of(person().name(), unique("jane"));
                var from = address();
                for (int tried = 0; tried < 5; tried++) {
                    long ofKnown = time(from, names.get(0), password);
                    long ofUnknown = time(from, names.get(1), password);
                    assertThat(ofKnown).isPositive();
                    if (ofUnknown == HELD_UP) {
                        break; // names that are nobody's share slots, and this one's was used before
                    }
                    known.add(ofKnown);
                    unknown.add(ofUnknown);
                }
            }

            assertThat(unknown).hasSizeGreaterThanOrEqualTo(100);

            assertThat(Math.abs(areaUnderCurve(known, unknown) - 0.5))
                    .as("known " + known + " unknown " + unknown)
                    .isLessThanOrEqualTo(0.15);
        }
    }

    private static long time(String from, String name, String password) {
        long began = System.nanoTime();
        var answer = grant(from, name, password);
        long took = System.nanoTime() - began;
        assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 429);
        return answer.status() == 429 ? HELD_UP : took;
    }

    /** How likely a time of the one kind is longer than one of the other; a half if they do not differ. */
    private static double areaUnderCurve(List<Long> some, List<Long> others) {
        long longer = some.stream()
                .mapToLong(one -> others.stream().filter(other -> one > other).count())
                .sum();
        return longer / (double) (some.size() * others.size());
    }
}
