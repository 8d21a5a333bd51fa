package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.Deployed;

/** How {@code /v1} words its failures: problem details (RFC 9457) with the right challenge. */
class RosterContractIT extends Deployed {

    @Test
    void aRequestWithoutACredentialIsToldTheScheme() {
        var answer = http().get("/v1/users").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"roster\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(answer.text())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"credential_missing\",\"detail\":\"authentication is needed\"}");
    }

    @Test
    void aBadTokenIsCalledInvalid() {
        var answer = http().get("/v1/users").bearer("x.y.z").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"roster\", error=\"invalid_token\"");
    }

    @Test
    void aWeakTokenIsToldTheScopeThatIsMissing() {
        var answer = http().post("/v1/users")
                .bearer(token("users:read"))
                .json(Map.of("username", unique("weak")))
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"roster\", error=\"insufficient_scope\", scope=\"users:create\"");
        assertThat(answer.json().get("code").asText()).isEqualTo("scope_missing");
    }

    @Test
    void brokenConstraintsAreNamedByMember() {
        var answer = http().post("/v1/users")
                .bearer(token())
                .json(Map.of("username", " ", "email", "nobody"))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo("invalid");
        assertThat(answer.json().get("errors").findValuesAsText("field")).contains("username", "email");
    }

    @Test
    void anUnknownMemberIsRefusedByName() {
        var answer = http().post("/v1/users")
                .bearer(token())
                .json(Map.of("username", unique("x"), "admin", true))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).isEqualTo("'admin' is not a member of this request");
    }

    @Test
    void anUnknownPathIs404AndAnotherMethod405() {
        var unknown = http().get("/v1/nothing").bearer(token()).send();
        var method = http().put("/v1/users").bearer(token()).json("{}").send();

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("code").asText()).isEqualTo("not_found");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void otherMediaTypesAre415And406() {
        var body = http().post("/v1/users")
                .bearer(token())
                .body("text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                .send();
        var accept = http().get("/v1/users")
                .bearer(token())
                .header("Accept", "image/png")
                .send();

        assertThat(body.status()).isEqualTo(415);
        assertThat(accept.status()).isEqualTo(406);
        assertThat(accept.json().get("code").asText()).isEqualTo("not_acceptable");
    }

    @Test
    void aBodyBeyondTheLimitIs413HoweverItIsSent() {
        var large = "{\"username\": \"" + "a".repeat(300_000) + "\"}";
        var declared = http().post("/v1/users").bearer(token()).json(large).send();
        var chunked = raw().send(("POST /v1/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + token() + "\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(large.length()) + "\r\n" + large
                        + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.json().get("code").asText()).isEqualTo("too_large");
        assertThat(chunked).startsWith("HTTP/1.1 413");
    }

    @Test
    void anAddressBeyondTheLimitIs414() {
        var answer = http().get("/v1/users?prefix=" + "a".repeat(9_000))
                .bearer(token())
                .send();

        assertThat(answer.status()).isEqualTo(414);
    }

    @Test
    void theCallersRequestIdComesBackIfItIsSane() {
        var kept = http().get("/v1/users").header("X-Request-Id", "partner-42").send();
        var replaced =
                http().get("/v1/users").header("X-Request-Id", "{\"a\": 1}").send();

        assertThat(kept.header("X-Request-Id")).isEqualTo("partner-42");
        assertThat(replaced.header("X-Request-Id")).hasSize(36);
    }

    @Test
    void everyAnswerForbidsStoringSniffingAndFraming() {
        var answer = http().get("/v1/users").bearer(token()).send();

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void aCredentialInTheAddressIsNoCredential() {
        var answer = http().get("/v1/users?access_token=" + token()).send();

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void everyRefusalLeavesOneLineOfJson() {
        var id = unique("refusal");
        http().get("/v1/users").header("X-Request-Id", id).send();

        var lines = server().log().lines().filter(line -> line.contains(id)).toList();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .contains(
                        "{\"event\":\"refused\",\"status\":401,\"kind\":\"CREDENTIAL_MISSING\",\"contract\":\"roster\"");
    }
}
