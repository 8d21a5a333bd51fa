package org.roster.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;
import org.roster.it.Deployed;

/** How much a request may bring: up to the limit it is taken, and beyond it is refused with a status of its own (R42). */
@Tag("once")
class RequestLimitsIT extends Deployed {

    private static Answer post(String body) {
        return http().post("/v1/users")
                .bearer(token())
                .body("application/json", body.getBytes(ISO_8859_1))
                .send();
    }

    private static String user(String customData) {
        return "{\"username\":\"" + unique("limit") + "\",\"customData\":{\"x\":" + customData + "}}";
    }

    private static String padded(int length) {
        var user = user("1");
        return user + " ".repeat(length - user.length());
    }

    @Test
    void aBodyOf256KibibytesIsTakenAndOneByteMoreIsNot() {
        assertThat(post(padded(256 * 1024)).status()).isEqualTo(201);
        assertThat(post(padded(256 * 1024 + 1)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"/v1/users", "/etc-backend/api/users", "/amani/api/v2/user/login"})
    void aBodyWithoutALengthIsCountedToo(String door) {
        var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        var answer = raw().send(("POST " + door + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                        + token()
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5)
                        + "0\r\n\r\n")
                .getBytes(ISO_8859_1));

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void depthNumbersTextsNamesAndArraysAreTakenUpToTheirLimits() {
        assertThat(post(user("[".repeat(30) + "]".repeat(30))).status()).isEqualTo(201);
        assertThat(post(user("[".repeat(31) + "]".repeat(31))).status()).isEqualTo(400);
        assertThat(post(user("1".repeat(100))).status()).isEqualTo(201);
        assertThat(post(user("1".repeat(101))).status()).isEqualTo(400);
        assertThat(post(user("[1" + ",1".repeat(999) + "]")).status()).isEqualTo(201);
        assertThat(post(user("[1" + ",1".repeat(1000) + "]")).status()).isEqualTo(400);
        assertThat(post(user("\"" + "x".repeat(64 * 1024 + 1) + "\"")).status()).isEqualTo(400);
        assertThat(post(user("{\"" + "n".repeat(300) + "\":1}")).status()).isEqualTo(400);
    }

    @Test
    void anAddressOf8KibibytesIsTakenAndALongerOneIsNot() {
        assertThat(http().get("/v1/users?username=" + "a".repeat(8000))
                        .bearer(token())
                        .send()
                        .status())
                .isNotEqualTo(414);
        assertThat(http().get("/v1/users?x=" + "a".repeat(9000))
                        .bearer(token())
                        .send()
                        .status())
                .isEqualTo(414);
    }

    @Tag("liberty") // WildFly has one limit for all headers, and answers 400
    @ParameterizedTest
    @CsvSource({"3, 16000, 431", "90, 400, 431", "3, 8000, 401", "1, 40000, 400", "200, 10, 400"})
    void aHeaderThatIsTooLargeIsRefusedAndOneBeyondTheServersOwnLimitsBeforeItIsRead(
            int fields, int length, int status) {
        var lines = new String[fields + 3];
        lines[0] = "GET /v1/users HTTP/1.1";
        lines[1] = "Host: a";
        lines[2] = "Connection: close";
        for (int i = 0; i < fields; i++) {
            lines[i + 3] = "X-Much-" + i + ": " + "a".repeat(length);
        }
        assertThat(raw().sendLines(lines)).startsWith("HTTP/1.1 " + status);
    }

    /** All at once, since each takes its ten seconds. */
    @Test
    void aBodyThatComesByteByByteIsRefusedAfterItsTime() throws Exception {
        var doors = Map.of(
                "/v1/users", "application/json",
                "/oauth2/token", "application/x-www-form-urlencoded",
                "/etc-backend/token", "application/json",
                "/amani/api/v2/user/login", "application/json");
        var threads = Executors.newFixedThreadPool(doors.size());
        var answers = new TreeMap<String, Future<String>>();
        doors.forEach((door, type) -> answers.put(door, threads.submit(() -> answerToASlowBody(door, type))));
        threads.shutdown();

        for (var answer : answers.entrySet()) {
            assertThat(answer.getValue().get(60, TimeUnit.SECONDS))
                    .as(answer.getKey())
                    .isEqualTo("HTTP/1.1 408");
        }
    }

    private static String answerToASlowBody(String door, String type) throws IOException, InterruptedException {
        try (var socket = new Socket(server().base().getHost(), server().base().getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(("POST " + door + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " + token()
                            + "\r\nContent-Type: " + type + "\r\nContent-Length: 100000\r\n\r\n")
                    .getBytes(ISO_8859_1));
            out.flush();
            for (int i = 0; i < 40 && socket.getInputStream().available() == 0; i++) {
                out.write(' ');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(500);
            }
            if (socket.getInputStream().available() == 0) {
                return "no answer";
            }
            return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
        }
    }

    @Tag("liberty") // WildFly ends such a connection without an answer
    @Test
    void aBodyThatDoesNotComeIsRefusedAfterItsTime() {
        var answer = raw().patience(Duration.ofSeconds(30))
                .sendLines(
                        "POST /v1/users HTTP/1.1",
                        "Host: a",
                        "Connection: close",
                        "Authorization: Bearer " + token(),
                        "Content-Type: application/json",
                        "Content-Length: 100");
        assertThat(answer).startsWith("HTTP/1.1 408");
    }
}
