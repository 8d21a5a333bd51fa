package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program, against a server that answers one user whatever it is asked. */
class VerifyTest {

    private static final String SECRET = "Basic c2VjcmV0OnNlY3JldA==";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String answer = "{\"user\": {\"id\": 7, \"name\": \"jane\"}}";
    private int status = 200;

    private record Result(int code, List<String> lines) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        write("contracts.json", "{\"contracts\": [\"shop\"]}");
        write("shop/kit.json", """
                {"title": "The shop", "variables": {"admin": "an administrator's Authorization header"},
                 "exchanges": ["010-add.json", "020-read.json"]}""");
        write("shop/010-add.json", """
                {"title": "Adds a user", "source": "published", "operation": "POST /users",
                 "request": {"method": "POST", "path": "/users", "headers": {"Authorization": "{{admin}}"},
                             "json": {"name": "jane"}},
                 "answer": {"status": 200, "headers": {"Content-Type": "application/json*", "X-Trace": null},
                            "json": {"user": {"id": "<integer>", "name": "jane"}}},
                 "save": {"id": "/user/id"}}""");
        write("shop/020-read.json", """
                {"title": "Reads a user", "source": "code", "operation": "GET /users/{id}",
                 "request": {"method": "GET", "path": "/users/{{id}}", "basic": ["a{{id}}", "b"]},
                 "answer": {"status": 200, "json": {"user": {"id": "{{id}}", "...": "<any>"}}}}""");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add("%s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        var bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Result run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(bytes, true, UTF_8), arguments);
        return new Result(code, bytes.toString(UTF_8).lines().toList());
    }

    private Result verify(String... further) {
        var arguments = Stream.of("--files", folder.toString(), "--base", base() + "/", "--contract", "shop");
        return run(Stream.concat(arguments, Stream.of(further)).toArray(String[]::new));
    }

    @Test
    void whereNothingDepartsItEndsWith0() {
        var result = verify("--set", "admin=" + SECRET);

        assertThat(result.lines())
                .containsExactly(
                        "ok       shop/010-add: Adds a user",
                        "ok       shop/020-read: Reads a user",
                        "",
                        "2 exchanges: 2 ok, 0 departing, 0 skipped");
        assertThat(result.code()).isZero();
        assertThat(asked)
                .containsExactly(
                        "POST /users " + SECRET + " application/json {\"name\":\"jane\"}",
                        "GET /users/7 Basic YTc6Yg== null ");
    }

    @Test
    void whereSomethingDepartsItSaysWhereAndEndsWith1() {
        status = 201;
        answer = "{\"user\": {\"id\": \"7\", \"token\": \"0123456789abcdef\", \"echo\": \"" + SECRET + "\"}}";

        var result = verify("--set", "admin=" + SECRET);

        assertThat(result.lines())
                .containsExactly(
                        "departs  shop/010-add: Adds a user",
                        "         status: expected 200, got 201",
                        "         /user/id: expected \"<integer>\", got \"7\"",
                        "         /user/name: expected \"jane\", got nothing",
                        "         /user/token: expected nothing, got \"(hidden, 16 characters)\"",
                        "         /user/echo: expected nothing, got \"{{admin}}\"",
                        "departs  shop/020-read: Reads a user",
                        "         status: expected 200, got 201",
                        "",
                        "2 exchanges: 0 ok, 2 departing, 0 skipped");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void whatNeedsWhatDidNotComeIsSkipped() {
        answer = "<html>";

        var result = verify("--set", "admin=" + SECRET);

        assertThat(result.lines())
                .containsExactly(
                        "departs  shop/010-add: Adds a user",
                        "         body: expected \"JSON\", got \"<html>\"",
                        "skipped  shop/020-read: Reads a user (needs id of 010-add)",
                        "",
                        "2 exchanges: 0 ok, 1 departing, 1 skipped");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void variablesAreReadFromAFile() throws IOException {
        write("mine.json", "{\"admin\": \"" + SECRET + "\"}");

        var result = verify("--variables", folder.resolve("mine.json").toString(), "--only", "010");

        assertThat(result.lines()).last().isEqualTo("1 exchanges: 1 ok, 0 departing, 0 skipped");
        assertThat(result.code()).isZero();
    }

    @Test
    void whereNothingCouldBeSentItEndsWith2() {
        var result = verify();

        assertThat(result.lines()).first().isEqualTo("skipped  shop/010-add: Adds a user (needs --set admin=...)");
        assertThat(result.code()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerDeparts() {
        server.stop(0);

        var result = verify("--set", "admin=" + SECRET);

        assertThat(result.lines().get(1)).startsWith("         answer: expected \"an answer\", got \"ConnectException");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void theListSendsNothing() {
        var result = run("--files", folder.toString(), "--list");

        assertThat(result.lines())
                .containsExactly(
                        "shop: The shop",
                        "  --set admin=  an administrator's Authorization header",
                        "  010-add: Adds a user",
                        "  020-read: Reads a user");
        assertThat(result.code()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void theContractsOfRosterAreOnTheClassPath() {
        assertThat(run("--list", "--contract", "all").lines()).anyMatch(line -> line.startsWith("econtext: "));
        assertThat(run("--help").lines()).first().asString().startsWith("Sends the documented exchanges");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--contract ecosys",
                "--base http://localhost",
                "--base http://localhost --contract none",
                "--base localhost --contract ecosys",
                "--base ftp://localhost --contract ecosys",
                "--base",
                "--fast",
                "--set admin",
                "--variables no-such-file.json",
                "--files no-such-folder --list"
            })
    void whatSaysNothingThatCanBeDoneEndsWith2(String line) {
        var result = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.lines()).last().isEqualTo("--help says more.");
    }

    @Test
    void aSecretOfABadCommandLineIsNotRepeated() {
        assertThat(String.join("\n", run("--set", "hunter2hunter2").lines())).doesNotContain("hunter2");
    }
}
