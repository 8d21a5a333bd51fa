package org.roster.it.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.Http;

/** A request that is sent twice with one key has its effect once, through whatever contract (R16). */
class RetryIT extends Deployed {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String PASSWORD = "correct horse battery";

    private static String apiKey;
    private static String urac;

    /** How the clients of each contract create a user. */
    private static final Map<String, Function<String, Http.Call>> CREATE = Map.of(
            "roster", name -> json("/v1/users", Map.of("username", name, "email", email(name))),
            "ecosys",
                    name -> json(
                            "/etc-backend/api/users",
                            Map.of("username", name, "email", email(name), "password", PASSWORD)),
            "econtext",
                    name -> http().post("/api/users/user")
                            .basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD)
                            .json(Map.of("email", email(name), "password", PASSWORD, "applications", List.of())),
            "urac",
                    name -> http().post("/urac/admin/addUser?" + urac)
                            .header("key", apiKey)
                            .form("username", name, "firstName", "Jane", "lastName", "Doe", "email", email(name)),
            "authservice",
                    name -> json(
                            "/api/users",
                            Map.of("name", "Jane", "lastName", "Doe", "email", email(name), "password", PASSWORD)),
            "amani", name -> json("/api/v2/user", Map.of("email", email(name), "password", PASSWORD)));

    @BeforeAll
    static void prepare() {
        var scopes = List.of("users:create", "users:read", "users:update");
        var made = json("/v1/api-keys", Map.of("name", unique("gateway"), "scopes", scopes))
                .send();
        apiKey = made.json().get("key").asText();
        var tenant = http().get("/v1/tenants/default").bearer(token()).send().json();
        urac = "tCode=default&tId=" + tenant.get("objectId").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster", "ecosys", "econtext", "urac", "authservice", "amani"})
    void theSameCreateTwiceMakesOneUserAndAnswersTheSame(String contract) {
        var name = unique("twice");
        var key = unique("key");
        var first = CREATE.get(contract).apply(name).header(KEY, key).send();
        var second = CREATE.get(contract).apply(name).header(KEY, key).send();

        assertThat(first.status()).as(first.toString()).isBetween(200, 201);
        assertThat(first.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(second.headers().firstValue(REPLAYED)).as(second.toString()).contains("true");
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.bytes()).isEqualTo(first.bytes());
        for (var header : List.of("Content-Type", "Location", "ETag")) {
            assertThat(second.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(usersWith(name)).isEqualTo(1);

        var other = CREATE.get(contract).apply(unique("other")).header(KEY, key).send();
        assertThat(other.status()).as(other.toString()).isEqualTo(422);
    }

    @Test
    void twentyAtOnceMakeOneUser() throws Exception {
        var name = unique("at-once");
        var key = unique("key");
        var answers = atOnce(20, () -> create(name, key));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .isNotEmpty()
                .extracting(Answer::text)
                .containsOnly(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .text());
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.json().get("code").asText())
                        .as(answer.toString())
                        .isEqualTo("key_in_use"))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        assertThat(usersWith(name)).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostIsHadByAskingAgain() throws Exception {
        var name = unique("lost");
        var key = unique("key");
        var body = "{\"username\":\"" + name + "\",\"email\":\"" + email(name) + "\"}";
        try (var socket = new Socket(base().getHost(), base().getPort())) {
            var request = "POST /v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                    + "\r\nContent-Type: application/json\r\n" + KEY + ": " + key + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
        } // nobody reads the answer
        Answer answer;
        do {
            answer = http().post("/v1/users")
                    .bearer(token())
                    .header(KEY, key)
                    .json(body)
                    .send();
        } while (answer.status() == 409 && answer.text().contains("key_in_use"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(usersWith(name)).isEqualTo(1);
    }

    @Test
    void aKeyIsTheCallersOwn() {
        var key = unique("key");
        var name = unique("own");
        assertThat(create(name, key).status()).isEqualTo(201);

        var tenant = json("/v1/tenants", Map.of("code", unique("t"), "name", "Another"))
                .send()
                .json();
        for (var owner : List.of("default", tenant.get("id").asText())) {
            var client = json(
                            "/v1/applications",
                            Map.of("tenant", owner, "name", unique("client"), "scopes", List.of("users:create")))
                    .send()
                    .json();
            var stranger = Credentials.tokenOf(
                    http(),
                    client.get("clientId").asText(),
                    client.get("clientSecret").asText());
            var answer = http().post("/v1/users")
                    .bearer(stranger)
                    .header(KEY, key)
                    .json(Map.of("username", unique("stranger")))
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.headers().firstValue(REPLAYED)).isEmpty();
        }
    }

    @Test
    void anAnswerIsRepeatedOnlyToWhoMayStillAsk() {
        var key = unique("key");
        var name = unique("rights");
        assertThat(create(name, key).status()).isEqualTo(201);
        var weak = http().post("/v1/users")
                .bearer(token("users:read"))
                .header(KEY, key)
                .json(Map.of("username", name, "email", email(name)))
                .send();
        assertThat(weak.status()).isEqualTo(403);
    }

    @Test
    void aSecretIsRepeatedAsItWas() {
        var key = unique("key");
        var body = Map.of("name", unique("key"), "scopes", List.of("users:read"));
        var first = json("/v1/api-keys", body).header(KEY, key).send();
        var second = json("/v1/api-keys", body).header(KEY, key).send();
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.json().get("secret")).isEqualTo(first.json().get("secret"));
        assertThat(second.header(REPLAYED)).isEqualTo("true");
    }

    @Test
    void aTokenIsRepeatedToTheClientThatAskedForIt() {
        var key = unique("key");
        var first = grant(Credentials.CLIENT_SECRET, key);
        var second = grant(Credentials.CLIENT_SECRET, key);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(grant("another secret", key).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"unclosed", "\"\"", "\"a\"b", "\"a\\b\""})
    void aKeyOfAnotherFormIsRefused(String key) {
        var answer = json("/v1/users", Map.of("username", unique("form")))
                .header(KEY, key)
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        var tooLong = json("/v1/users", Map.of("username", unique("form")))
                .header(KEY, "k".repeat(256))
                .send();
        assertThat(tooLong.status()).isEqualTo(400);
    }

    @Test
    void aKeyInQuotesIsTheSameAsTheBareOne() {
        var name = unique("quoted");
        var key = unique("key");
        assertThat(create(name, key).status()).isEqualTo(201);
        assertThat(create(name, '"' + key + '"').header(REPLAYED)).isEqualTo("true");
    }

    @Test
    void aRequestThatWasNotEvenBegunCanBePutRightUnderItsKey() {
        var key = unique("key");
        assertThat(json("/v1/users", Map.of("surprise", 1))
                        .header(KEY, key)
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(create(unique("right"), key).status()).isEqualTo(201);
    }

    @Test
    void aRefusalOfTheDirectoryIsRepeatedToo() {
        var name = unique("taken");
        var key = unique("key");
        var id = create(name, unique("key")).json().get("id").asText();
        var first = create(name, key);
        assertThat(first.status()).isEqualTo(409);
        assertThat(http().delete("/v1/users/" + id).bearer(token()).send().status())
                .isEqualTo(204);
        var second = create(name, key);
        assertThat(second.header(REPLAYED)).isEqualTo("true");
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(usersWith(name)).isZero();
    }

    @Test
    void theSameFormIsOneRequestWhateverItsBoundary() {
        var name = unique("multipart");
        var key = unique("key");
        Callable<Answer> send = () -> http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .header(KEY, key)
                .form("grant_type", "client_credentials", "state", name)
                .send();
        Callable<Answer> multipart = () -> http().post("/etc-backend/token")
                .header(KEY, key)
                .multipart(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Credentials.CLIENT_ID,
                        "client_secret",
                        Credentials.CLIENT_SECRET)
                .send();
        for (var form : List.of(send, multipart)) {
            var first = called(form);
            var second = called(form);
            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            assertThat(second.bytes()).as(second.toString()).isEqualTo(first.bytes());
        }
    }

    @Test
    void wrongPasswordsCountWhateverKeysTheyComeWith() {
        var name = unique("guessed");
        json("/v1/users", Map.of("username", name, "email", email(name), "password", PASSWORD))
                .send();
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            statuses.add(http().post("/amani/api/v2/user/login")
                    .header(KEY, unique("key"))
                    .json(Map.of("username", name, "password", "a wrong guess " + i))
                    .send()
                    .status());
        }
        assertThat(statuses).contains(429);
    }

    @Test
    void wrongPasswordsCountInADryRunToo() {
        var name = unique("rehearsed");
        json("/v1/users", Map.of("username", name, "email", email(name), "password", PASSWORD))
                .send();
        var login = http().post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", PASSWORD))
                .send();
        assertThat(login.status()).as(login.toString()).isEqualTo(200);
        var own = login.json().get("access").asText();
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            statuses.add(http().post("/v1/me/second-factor?dry_run=true")
                    .bearer(own)
                    .json(Map.of("password", "a wrong guess " + i))
                    .send()
                    .status());
        }
        assertThat(statuses).contains(429).doesNotContain(200, 201);
    }

    private static Answer create(String name, String key) {
        return CREATE.get("roster").apply(name).header(KEY, key).send();
    }

    private static Answer grant(String secret, String key) {
        return http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, secret)
                .header(KEY, key)
                .form("grant_type", "client_credentials")
                .send();
    }

    private static int usersWith(String name) {
        return http().get("/v1/users")
                .query("email", email(name))
                .bearer(token())
                .send()
                .json()
                .get("items")
                .size();
    }

    private static String email(String name) {
        return name + "@example.com";
    }

    private static Http.Call json(String path, Object body) {
        return http().post(path).bearer(token()).json(body);
    }

    private static Answer called(Callable<Answer> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Answer> atOnce(int number, Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(number);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(number, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
