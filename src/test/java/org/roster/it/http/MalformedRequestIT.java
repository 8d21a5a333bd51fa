package org.roster.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Deployed;

/** Requests that are broken in every way are refused clearly, whatever they are sent to (R41, R44). */
class MalformedRequestIT extends Deployed {

    private static final List<String> DOORS =
            List.of("/v1/users", "/v1/groups", "/v1/applications", "/etc-backend/api/users");

    @AfterAll
    static void theServerIsStillWell() {
        assertThat(server().probes().get("/health/ready").send().status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("bodies")
    void aBrokenBodyIsRefused(String name, String door, byte[] body) {
        var answer =
                http().post(door).bearer(token()).body("application/json", body).send();

        assertRefused(answer);
    }

    static Stream<Arguments> bodies() {
        var bodies = new LinkedHashMap<String, byte[]>();
        var texts = Map.ofEntries(
                Map.entry("nothing", ""),
                Map.entry("blank", "  \n"),
                Map.entry("null", "null"),
                Map.entry("number", "1"),
                Map.entry("text", "\"x\""),
                Map.entry("array", "[]"),
                Map.entry("array of an object", "[{\"username\":\"a\"}]"),
                Map.entry("open", "{\"username\":\"a\""),
                Map.entry("trailing comma", "{\"username\":\"a\",}"),
                Map.entry("second document", "{\"username\":\"a\"}{}"),
                Map.entry("trailing word", "{\"username\":\"a\"} x"),
                Map.entry("twice the same", "{\"username\":\"a\",\"username\":\"b\"}"),
                Map.entry("number for a text", "{\"username\":1,\"name\":1,\"password\":1,\"email\":1}"),
                Map.entry("object for a text", "{\"username\":{},\"name\":{},\"password\":\"x\",\"email\":\"x\"}"),
                Map.entry(
                        "array for a text",
                        "{\"username\":[\"a\"],\"name\":[\"a\"],\"password\":\"x\",\"email\":\"x\"}"),
                Map.entry("boolean for a text", "{\"username\":true,\"name\":true,\"password\":true,\"email\":true}"),
                Map.entry("NUL", "{\"username\":\"a\\u0000b\",\"name\":\"a\\u0000b\"}"),
                Map.entry("half a pair", "{\"username\":\"\\ud800\",\"name\":\"\\ud800\"}"),
                Map.entry("comment", "{/*x*/\"username\":\"a\"}"),
                Map.entry("single quotes", "{'username':'a'}"),
                Map.entry("NaN", "{\"username\":NaN}"),
                Map.entry("xml", "<user/>"),
                Map.entry("yaml", "username: a"),
                Map.entry("deep", "{\"customData\":" + "[".repeat(500) + "]".repeat(500) + "}"),
                Map.entry("very deep", "[".repeat(100_000)),
                Map.entry("long number", "{\"username\":\"a\",\"customData\":{\"n\":" + "9".repeat(200_000) + "}}"),
                Map.entry("many members", "{" + "\"a\":1,".repeat(5000) + "\"b\":1}"),
                Map.entry("prototype", "{\"__proto__\":{\"a\":1},\"@class\":\"java.lang.Runtime\"}"));
        texts.forEach((name, text) -> bodies.put(name, text.getBytes(UTF_8)));
        bodies.put("latin 1", "{\"username\":\"\u00E4\",\"name\":\"\u00E4\"}".getBytes(ISO_8859_1));
        bodies.put("byte order mark", "\uFEFF{}".getBytes(UTF_8));
        bodies.put("utf-16", "{\"username\":\"a\"}".getBytes(UTF_16));
        bodies.put("overlong", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'});
        bodies.put("binary", new byte[] {0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE});
        var cases = new ArrayList<Arguments>();
        bodies.forEach((name, body) -> DOORS.forEach(door -> cases.add(Arguments.of(name, door, body))));
        return cases.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"%s\"}",
                "{\"username\": \"ok\", \"email\": \"%s\"}",
                "{\"username\": \"ok-given\", \"givenName\": \"%s\"}",
                "{\"username\": \"ok-locale\", \"locale\": \"%s\"}"
            })
    void lineBreaksAndControlsInNamesAreRefused(String body) {
        for (String bad : List.of("a\\r\\nBcc: x@example.com", "a\\u0007", "a\\u202eb", "a\\u2028b")) {
            assertRefused(http().post("/v1/users")
                    .bearer(token())
                    .json(body.formatted(bad))
                    .send());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=1001",
                "limit=1e3",
                "limit=x",
                "limit=99999999999999999999",
                "cursor=x",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "cursor=..%2F..",
                "sort=password",
                "sort=username;drop",
                "status=active%27",
                "group=1",
                "group=%27%20or%20%271%27=%271",
                "application=x"
            })
    void queryParametersOfTheWrongFormAreRefused(String query) {
        assertRefused(http().get("/v1/users?" + query).bearer(token()).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "%", "_", "*", "${jndi:ldap://x}", "#{1+1}", "\\", "a\u0000b", "\uFFFF"})
    void aSearchTakesEverythingLiterally(String text) {
        for (String parameter : List.of("username", "email", "prefix")) {
            var answer = http().get("/v1/users")
                    .query(parameter, text)
                    .bearer(token())
                    .send();

            assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
            if (answer.status() == 200) {
                assertThat(answer.json().get("items")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/users/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /v1/users/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /META-INF/persistence.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "FROB /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "TRACE /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "POST /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: x\r\n\r\n",
                "POST /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: -5\r\n\r\n",
                "POST /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Basic !!!\r\n\r\n",
                "GET /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Basic\r\n\r\n",
                "GET /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Digest x\r\n\r\n",
                "GET /v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\nkey: nodot\r\n\r\n",
                "GET /oauth2/jwks HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /oauth2/jwks HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "POST /oauth2/token HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\na=b",
                "POST /oauth2/token HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void aBrokenRequestIsRefusedWithoutInternals(String request) {
        var answer = raw().send(request.getBytes(ISO_8859_1));

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertNoInternals(answer);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).contains("json");
        assertThat(answer.json().isObject()).isTrue();
        assertThat(answer.bytes().length).isLessThan(20_000);
        assertNoInternals(answer.text());
    }

    private static void assertNoInternals(String text) {
        assertThat(text)
                .doesNotContain("Exception")
                .doesNotContain("org.roster")
                .doesNotContain("java.")
                .doesNotContain("jakarta.")
                .doesNotContain("com.fasterxml")
                .doesNotContain("com.ibm")
                .doesNotContain("SRVE")
                .doesNotContain("\tat ");
    }
}
