package org.roster.it.ecosys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Credentials;

/** The published document of the contract as it stands, and what every address of it has in common. */
class EcosysContractIT extends EcosysApi {

    @Test
    void thePublishedExampleCreatesTheUser() {
        http().delete(USERS + "/newsystemuser").bearer(token()).send();
        // The rows of Postman's Body tab, as the document has them filled in.
        var token = http().post(TOKEN)
                .multipart(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Credentials.CLIENT_ID,
                        "client_secret",
                        Credentials.CLIENT_SECRET,
                        "scope",
                        "profile users:create")
                .send();

        var answer = http().post(USERS)
                .bearer(textOf(token, 200, "access_token"))
                .json(requestOf("create-user"))
                .send();

        assertAnswer(answer, 201, transcript("create-user"));
        assertThat(answer.text()).startsWith("{\"status\":\"success\",\"message\":\"User created successfully.\",");
        assertStatus(logIn("newsystemuser", "aVeryComplexP@ssw0rd!", "profile"), 200);
    }

    @Test
    void withoutATokenTheAnswerIs401() {
        var answer = http().post(USERS).json(requestOf("create-user")).send();

        assertAnswer(answer, 401, transcript("token-missing"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"OAuth\"");
    }

    @Test
    void aTokenOfSomebodyElseIsNotVerified() {
        var parts = token().split("\\.");
        var forged = parts[0] + '.' + parts[1] + '.' + Base64.getUrlEncoder().encodeToString(new byte[64]);

        var answer = http().get(USERS).bearer(forged).send();

        assertAnswer(answer, 401, transcript("token-unverified"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"OAuth\", error=\"invalid_token\"");
    }

    @Test
    void aTokenWithoutTheScopeAnswers403() {
        var answer = http().post(USERS)
                .bearer(tokenFor("profile", "users:read"))
                .json(requestOf("create-user"))
                .send();

        assertAnswer(answer, 403, transcript("insufficient-scope"));
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"OAuth\", error=\"insufficient_scope\", scope=\"users:create\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /etc-backend",
        "GET, /etc-backend/",
        "POST, /etc-backend",
        "GET, /etc-backend/no/such/path",
        "GET, /etc-backend/api",
        "PUT, /etc-backend/api/users",
        "DELETE, /etc-backend/api/users",
        "POST, /etc-backend/api/users/jane",
        "GET, /etc-backend/api/logout"
    })
    void whereThereIsNothingTheAnswerIsTheStatus(String method, String path) {
        assertAnswer(http().call(method, path).send(), 200, transcript("status"));
    }

    @ParameterizedTest
    @CsvSource({"/etc-backend/api/users", "/etc-backend/token", "/etc-backend/no/such/path"})
    void aPreflightIsAnsweredEverywhere(String path) {
        var answer = http().call("OPTIONS", path)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertStatus(answer, 200);
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("Authorization, Content-Type, Accept");
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, PATCH, DELETE, OPTIONS");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyCanReadIsNotAcceptable() {
        var answer = http().get(USERS)
                .bearer(token())
                .header("Accept", "application/xml")
                .send();

        assertRefused(answer, 406, "Not Acceptable", "The answer cannot be had in an accepted media type.");
    }

    @Test
    void aBodyBeyondTheLimitAnswers413() {
        var answer = http().post(USERS)
                .bearer(token())
                .body("application/json", new byte[256 * 1024 + 1])
                .send();

        assertRefused(answer, 413, "Request Entity Too Large", "The body has more than 262144 bytes.");
    }
}
