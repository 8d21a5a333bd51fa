package org.roster.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.RosterServer;
import org.roster.it.TwoNodes;

/** Host names that stand for contracts and tenants, on a server that has some. */
@ExtendWith(TwoNodes.class)
class RoutingIT {

    private static RosterServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = TwoNodes.one();
        token = Credentials.token(server.http());
    }

    private static Http.Call at(String host, String method, String path) {
        return server.http().call(method, path).header("Host", host);
    }

    /** What an unknown address is answered with by each contract; the host alone decides between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth.example.org      | 401 | {\"error\":{\"title\":\"401 Unauthorized\"",
                "usuarios.example.net  | 404 | {\"timestamp\":",
                "kyc.example.com       | 404 | {\"detail\":\"Not found.\"}",
                "soajs.example.io:8080 | 200 | {\"result\":false,\"errors\":{\"codes\":[151]",
                "ECOSYS.example.ph     | 200 | {\"Application\":\"EcosysOAuthServer\"",
                "elsewhere.example     | 404 | {\"type\":\"about:blank\""
            })
    void anAddressThatNobodyHasIsAnsweredByTheContractOfTheHost(String host, int status, String begins) {
        var answer = at(host, "GET", "/no/such/address").send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).startsWith(begins);
    }

    @Test
    void onAMappedHostTheCredentialDoesNotDecide() {
        var basic = at("usuarios.example.net", "GET", "/api/users")
                .basic("nobody", "wrong")
                .send();
        var bearer = at("auth.example.org", "GET", "/api/users")
                .bearer("no.such.token")
                .send();

        assertThat(basic.json().has("requestId")).as(basic.toString()).isTrue();
        assertThat(bearer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"eContext Authentication\"");
    }

    @Test
    void theMountsAnswerOnEveryHost() {
        var answer = at("usuarios.example.net", "GET", "/econtext/api/ping").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/econtext/result/ping").asText()).isEqualTo("pong");
        assertThat(at("kyc.example.com", "GET", "/v1/users")
                        .bearer(token)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void linksBeginWithAMappedHostAndNeverWithAnother() {
        var name = "routed-" + System.nanoTime();
        var body = """
                {"name": "R", "email": "%s@example.com", "password": "a new password", "applications": []}""";

        var mapped = create("auth.example.org:8443", body.formatted(name));
        var other = create("evil.example", body.formatted(name + "x"));

        assertThat(mapped.json().at("/econtext/result/user/href").asText())
                .startsWith("http://auth.example.org:8443/api/users/user/");
        assertThat(other.json().at("/econtext/result/user/href").asText())
                .startsWith(server.base() + "/api/users/user/");
    }

    private static Answer create(String host, String body) {
        var answer = at(host, "POST", "/api/users/user")
                .basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD)
                .json(body)
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void aMappedHostNamesTheTenantOfALogIn() {
        var tenant = made("/v1/tenants", Map.of("code", "kyc", "name", "KYC"))
                .get("id")
                .asText();
        made(
                "/v1/users",
                Map.of(
                        "tenant",
                        tenant,
                        "username",
                        "routed@example.com",
                        "email",
                        "routed@example.com",
                        "password",
                        "correct horse battery"));
        var body = "{\"username\": \"routed@example.com\", \"password\": \"correct horse battery\"}";

        var here =
                at("kyc.example.com", "POST", "/api/v2/user/login").json(body).send();
        var elsewhere =
                at("elsewhere.example", "POST", "/api/v2/user/login").json(body).send();

        assertThat(here.status()).as(here.toString()).isEqualTo(200);
        assertThat(here.json().get("company_id").asText()).isEqualTo(tenant);
        assertThat(elsewhere.status()).isEqualTo(401);
    }

    private static com.fasterxml.jackson.databind.JsonNode made(String path, Object body) {
        var answer = server.http().post(path).bearer(token).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
