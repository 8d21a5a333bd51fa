package org.roster.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.RosterServer;

/** What one caller, one tenant and one address may ask for, and how they are told (R53). */
@Tag("once")
class RateLimitIT {

    private static final int OF_CLIENT = 30;
    private static final int OF_TENANT = 45;
    private static final int OF_ADDRESS = 25;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static RosterServer server;

    @BeforeAll
    static void start() {
        server = RosterServer.start(
                "limits",
                Map.of(
                        "ROSTER_LIMIT_CLIENT", OF_CLIENT + "/600",
                        "ROSTER_LIMIT_TENANT", OF_TENANT + "/600",
                        "ROSTER_LIMIT_ADDRESS", OF_ADDRESS + "/600",
                        "ROSTER_LOGIN_FAILURES_PER_ADDRESS", "100000",
                        "ROSTER_TRUSTED_PROXIES", "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Http http() {
        return server.http();
    }

    private static String address() {
        return "198.51.100." + ADDRESSES.incrementAndGet();
    }

    private static String token(String clientId, String secret) {
        return Credentials.tokenOf(http(), clientId, secret);
    }

    /** Two clients of a tenant of their own; the tenants' maker has a token for each call, since it is limited too. */
    private static List<String> clientsOfATenant(String code) {
        var maker = token(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
        var tenant = http().post("/v1/tenants")
                .bearer(maker)
                .json(Map.of("code", code, "name", code))
                .send()
                .json()
                .get("id")
                .asText();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var client = http().post("/v1/applications")
                    .bearer(maker)
                    .json(Map.of("tenant", tenant, "name", code + i, "scopes", List.of("users:read")))
                    .send()
                    .json();
            tokens.add(token(
                    client.get("clientId").asText(), client.get("clientSecret").asText()));
        }
        return tokens;
    }

    private static Answer users(String token) {
        return http().get("/v1/users?limit=1").bearer(token).send();
    }

    /** Asks until it is refused, a few times more often than it may be. */
    private static List<Answer> untilRefused(int most, Supplier<Answer> one) {
        var answers = new ArrayList<Answer>();
        do {
            answers.add(one.get());
        } while (answers.get(answers.size() - 1).status() != 429 && answers.size() < most);
        return answers;
    }

    private static void limitedByV1(Answer answer, String policy, int quota) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
        assertThat(answer.json().get("code").asText()).isEqualTo("rate_limited");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        int seconds = Integer.parseInt(answer.header("Retry-After"));
        assertThat(seconds).isBetween(1, 600 / quota + 1);
        assertThat(answer.header("RateLimit")).contains("\"" + policy + "\";r=0;t=" + seconds);
        assertThat(answer.header("RateLimit-Policy")).contains("\"" + policy + "\";q=" + quota + ";w=600");
    }

    @Test
    void aCallerIsToldWhatIsLeftAndRefusedAfterwardsAndAnotherIsNot() {
        var tokens = clientsOfATenant("callers");

        var answers = untilRefused(OF_CLIENT + 10, () -> users(tokens.get(0)));

        assertThat(answers.get(0).header("RateLimit")).matches("\"client\";r=29;t=\\d+, \"tenant\";r=44;t=\\d+");
        assertThat(answers.get(1).header("RateLimit")).matches("\"client\";r=28;t=\\d+, \"tenant\";r=43;t=\\d+");
        assertThat(answers.get(0).header("RateLimit-Policy")).isEqualTo("\"client\";q=30;w=600, \"tenant\";q=45;w=600");
        assertThat(answers).hasSizeBetween(OF_CLIENT + 1, OF_CLIENT + 5);
        limitedByV1(answers.get(answers.size() - 1), "client", OF_CLIENT);
        assertThat(users(tokens.get(1)).status()).isEqualTo(200);
    }

    @Test
    void aTenantsCallersShareItsQuotaAndAnotherTenantHasItsOwn() {
        var tokens = clientsOfATenant("shared");
        var others = clientsOfATenant("others");
        var turn = new AtomicInteger();

        var answers = untilRefused(OF_TENANT + 10, () -> users(tokens.get(turn.getAndIncrement() % 2)));

        assertThat(answers).hasSizeBetween(OF_TENANT + 1, OF_TENANT + 5);
        limitedByV1(answers.get(answers.size() - 1), "tenant", OF_TENANT);
        assertThat(users(others.get(0)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/users,                   Authorization, Bearer not.a.token",
        "POST, /oauth2/token,               Accept,        application/json",
        "POST, /etc-backend/api/users,      Authorization, Bearer not.a.token",
        "GET,  /econtext/api/users/user,    Authorization, Basic bm9ib2R5OmFueXRoaW5n",
        "GET,  /urac/admin/all,             key,           not-a-key",
        "GET,  /authservice/api/users,      Authorization, Bearer not.a.token",
        "GET,  /amani/api/v2/user,          Authorization, Bearer not.a.token",
        "GET,  /account/password/forgotten, Accept,        text/html",
    })
    void anAddressOfStrangersIsRefusedInTheWordsOfEachContract(
            String method, String path, String header, String value) {
        var from = address();
        Supplier<Answer> ask = () -> http().call(method, path)
                .header("X-Forwarded-For", from)
                .header(header, value)
                .send();
        var before = new ArrayList<String>();
        Answer last = null;
        for (int i = 0; i < OF_ADDRESS + 5; i++) {
            last = ask.get();
            before.add(last.status() + " " + last.text());
            if (!last.header("Retry-After").isEmpty()) {
                break;
            }
        }

        assertThat(before).as("tries before it was refused").hasSizeBetween(OF_ADDRESS + 1, OF_ADDRESS + 4);
        assertThat(last.status()).as(last.toString()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 600 / OF_ADDRESS + 1);
        assertThat(last.text()).isNotEqualTo(before.get(0).substring(4)).isNotBlank();
        assertThat(http().call(method, path)
                        .header("X-Forwarded-For", address())
                        .header(header, value)
                        .send()
                        .header("Retry-After"))
                .as("from elsewhere")
                .isEmpty();
    }

    @Test
    void aGoodCredentialIsTakenFromAnAddressThatStrangersHaveUsedUp() {
        var token = clientsOfATenant("at-the-same-address").get(0);
        var from = address();
        untilRefused(OF_ADDRESS + 5, () -> http().get("/v1/users")
                .header("X-Forwarded-For", from)
                .bearer("not.a.token")
                .send());

        assertThat(http().get("/v1/users")
                        .header("X-Forwarded-For", from)
                        .bearer(token)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Tag("liberty") // WildFly's probes are on its management port
    @Test
    void theMachineItselfAndItsProbesAreNotLimited() {
        for (int i = 0; i < OF_ADDRESS + 10; i++) {
            assertThat(http().get("/oauth2/jwks").send().status()).isEqualTo(200);
            assertThat(http().get("/health/live").send().status()).isEqualTo(200);
        }
    }
}
