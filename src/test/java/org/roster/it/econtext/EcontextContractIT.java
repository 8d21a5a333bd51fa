package org.roster.it.econtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Credentials;

/** The published document of the contract as it stands, and what every address of it has in common. */
class EcontextContractIT extends EcontextApi {

    private static final String PYTHON_TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00";

    /** As the document has it. */
    private static final String PUBLISHED = """
            {
            "name":"Test User",
            "email":"test-user@econtext.ai",
            "password":"a new password",
            "applications":["ec48dad3-ca61-4d74-a584-3ee3db4708ef"]
            }""";

    @Test
    void thePublishedExampleCreatesTheUser() {
        var application = "ec48dad3-ca61-4d74-a584-3ee3db4708ef";
        result(post(APPLICATION, Map.of("id", application, "name", "Test Application")));

        var answer = http().post("/api/users/user")
                .basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD)
                .header("cache-control", "no-cache")
                .json(PUBLISHED)
                .send();

        var user = result(answer, "user");
        var id = id(user);
        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(user.get("created_at").asText()).matches(PYTHON_TIME);
        assertThat(user.get("modified_at").asText()).matches(PYTHON_TIME);
        assertThat(user).isEqualTo(json("""
                {
                  "id": "%1$s",
                  "name": "Test User",
                  "email": "test-user@econtext.ai",
                  "username": "test-user@econtext.ai",
                  "custom_data": null,
                  "href": "%2$s/api/users/user/%1$s",
                  "created_at": "%3$s",
                  "modified_at": "%4$s",
                  "status": "UNVERIFIED",
                  "apikeys": [],
                  "applications": [{
                    "id": "ec48dad3-ca61-4d74-a584-3ee3db4708ef",
                    "name": "Test Application",
                    "description": null,
                    "custom_data": null,
                    "status": "ENABLED",
                    "created_at": "%5$s",
                    "modified_at": "%5$s",
                    "href": "%2$s/api/applications/application/ec48dad3-ca61-4d74-a584-3ee3db4708ef"
                  }],
                  "groups": []
                }
                """.formatted(
                        id,
                        base(),
                        user.get("created_at").asText(),
                        user.get("modified_at").asText(),
                        user.at("/applications/0/created_at").asText())));
        assertThat(result(get(USER + "/" + id), "user")).isEqualTo(user);
    }

    @Test
    void theMountAnswersLikeTheBareAddress() {
        var user = newUser();

        var answer = get("/econtext" + USER + "/" + id(user));

        assertThat(result(answer, "user")).isEqualTo(user);
    }

    @Test
    void theAddressThatIsSharedIsThisContractsForBasic() {
        assertThat(result(get("/api/users?limit=1"), "users")).hasSize(1);
        assertThat(http().get("/api/users").bearer(token()).send().json().has("econtext"))
                .isFalse();
    }

    @Test
    void aSlashAtTheEndIsPassedOver() {
        assertThat(result(get(USER + "/" + id(newUser()) + "/"), "user").get("email"))
                .isNotNull();
        assertThat(result(get("/api/applications/"), "applications")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/ping", "/econtext/api/ping"})
    void pingIsOpen(String path) {
        assertThat(result(http().get(path).send())).isEqualTo(json("{\"ping\": \"pong\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/status", "/econtext/api/status"})
    void statusIsOpen(String path) {
        assertThat(result(http().get(path).send())).isEqualTo(json("""
                {"status": "ok", "rethinkdb": true, "mapper-name": "roster", "mapper-connection": true}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/users/user",
        "GET, /api/users/user/" + UNKNOWN,
        "GET, /econtext/api/users",
        "GET, /api/users/search/x",
        "GET, /api/applications",
        "GET, /api/groups",
        "GET, /api/organizations",
        "POST, /api/authenticate",
        "GET, /api/applications/no/such/path",
        "GET, /econtext/api/no/such/path",
        "DELETE, /api/applications",
        "PATCH, /api/users/user/" + UNKNOWN
    })
    void withoutACredentialTheAnswerIs401Everywhere(String method, String path) {
        assertUnauthorized(http().call(method, path).send());
        assertUnauthorized(http().call(method, path).json("{").send());
        assertUnauthorized(http().call(method, path)
                .body("text/csv", "a,b".getBytes(UTF_8))
                .send());
    }

    @ParameterizedTest
    @CsvSource({
        "admin@roster.test, wrong",
        "nobody@roster.test, correct horse battery staple",
        "admin@roster.test, ''",
        "'', ''",
        "44A62GBSEB4F3S08VFLWI0YCY, ODBkZjZiNzYtMzU1Ny00MDgxLWFiMDYtMWE1OGU5OTIxZGQ0"
    })
    void aBadCredentialAnswers401(String name, String secret) {
        assertUnauthorized(http().get("/api/applications").basic(name, secret).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Digest x", "Bearer x.y.z", "x"})
    void anUnreadableCredentialAnswers401(String authorization) {
        assertUnauthorized(http().get("/api/applications")
                .header("Authorization", authorization)
                .send());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/applications/no/such/path, 404",
        "GET, /econtext/api, 404",
        "GET, /econtext/api/nothing, 404",
        "POST, /api/users, 405",
        "POST, /api/applications, 405",
        "PATCH, /api/users/user/" + UNKNOWN + ", 405",
        "GET, /api/users/user, 405",
        "POST, /api/users/user/" + UNKNOWN + ", 405",
        "GET, /api/users/user/" + UNKNOWN + "/application/" + UNKNOWN + ", 405",
        "GET, /api/authenticate, 405",
        "DELETE, /api/ping, 405"
    })
    void whereThereIsNothingTheBodyIsEmpty(String method, String path, int status) {
        var answer = call(method, path).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }

    @Test
    void anOpenAddressTellsAWrongMethodToEverybody() {
        var answer = http().post("/api/ping").json("{}").send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void aCredentialWithoutTheScopeAnswers403() {
        var clerk = person("default", "groups:read");

        var answer = clerk.send("POST", USER, wish());

        assertFailure(
                answer, 403, "403 Forbidden", "403 Forbidden", "The credential does not hold the scope users:create");
        result(clerk.send("GET", "/api/groups", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{",
                "{\"email\": \"a@b.example\" \"password\": \"x\"}",
                "[]",
                "\"text\"",
                "null",
                "{\"email\": 1, \"email\": 2}",
                "{} {}"
            })
    void aBodyThatIsNoObjectAnswers400(String body) {
        for (var path : new String[] {USER, APPLICATION, GROUP, ORGANIZATION}) {
            var answer = post(path, body);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            var failure = answer.json().get("econtext");
            assertThat(failure.get("error").asText()).isEqualTo("Invalid parameter");
            assertThat(failure.get("traceback").asText()).startsWith("The \"body\" parameter is invalid. ");
        }
    }

    @Test
    void anEmptyBodyAnswers400() {
        assertInvalid(post(USER, null), "body", "The body is empty");
        assertInvalid(post(USER, ""), "body", "The body is empty");
    }

    @Test
    void otherMediaTypesAnswer415And406() {
        var other = call("POST", USER).body("text/csv", "a,b".getBytes(UTF_8)).send();
        var unreadable =
                call("GET", "/api/applications").header("Accept", "text/html").send();

        assertFailure(
                other,
                415,
                "415 Unsupported Media Type",
                "415 Unsupported Media Type",
                "The body's media type is not taken here");
        assertFailure(
                unreadable,
                406,
                "406 Not Acceptable",
                "406 Not Acceptable",
                "The answer cannot be had in an accepted media type");
    }

    @Test
    void aBodyBeyondTheLimitAnswers413() {
        var answer = call("POST", USER)
                .body("application/json", new byte[256 * 1024 + 1])
                .send();

        assertFailure(
                answer,
                413,
                "413 Request Entity Too Large",
                "413 Request Entity Too Large",
                "The body has more than 262144 bytes");
    }
}
