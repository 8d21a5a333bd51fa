package org.roster.it.http;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.kit.KitFiles;

/**
 * The published OpenAPI document: what is committed is what is served, and every operation in it lets in only whom it
 * says (R1, R2). A new endpoint is in these tests by being published.
 */
class PublishedDocumentIT extends Deployed {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Map<List<String>, String> WEAK = new ConcurrentHashMap<>();
    private static final Map<List<String>, String> WEAK_KEYS = new ConcurrentHashMap<>();

    /** One operation of the document. */
    record Published(String method, String path, JsonNode operation) {

        /** The path with something in each of its places. */
        String filled() {
            return path.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
        }

        /** Of the first way in, which is a token or, where a key is always demanded, that key. */
        List<String> scopes() {
            var scopes = new ArrayList<String>();
            var named = demandsKey()
                    ? operation.path("x-scopes")
                    : operation.path("security").path(0).path("oauth2");
            named.forEach(scope -> scopes.add(scope.asText()));
            return scopes;
        }

        /** Whether its contract takes no request without an API key, and says so with the status 200. */
        boolean demandsKey() {
            return operation.path("security").path(0).has("key");
        }

        /** Roster's own addresses and those of ecosys say more of a refusal than a status (RFC 6750). */
        boolean challenges() {
            return path.startsWith("/v1") || path.startsWith("/etc-backend");
        }

        boolean secured() {
            return !operation.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    @Tag("liberty") // WildFly writes it in an order of its own
    @Test
    void theCommittedCopyIsWhatIsServed() throws IOException {
        var served = http().get("/openapi").send().text();

        assertThat(served)
                .as("docs/openapi.yaml is not the served document; docs/develop.md says how to refresh it")
                .isEqualTo(Files.readString(Path.of("docs/openapi.yaml")));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExchangesOfTheKitAreTheExamples(String contract) {
        var published = operations().stream()
                .collect(toMap(one -> one.method().toUpperCase(Locale.ROOT) + ' ' + one.path(), one -> one));

        for (var exchange : KitFiles.onClassPath().kit(contract).exchanges()) {
            if (exchange.operation() != null) {
                var status = String.valueOf(exchange.answer().status());
                assertThat(published).containsKey(exchange.operation());
                var answer = published.get(exchange.operation()).operation().at("/responses/" + status);
                assertThat(answer.isObject()).as(exchange.name() + " " + status).isTrue();
                if (exchange.answer().json() != null) {
                    assertThat(answer.get("content").findValues("examples"))
                            .as(exchange.name())
                            .anyMatch(examples -> !examples.isEmpty());
                }
            }
        }
    }

    @Test
    void anExampleShowsTheExchangeWithSamplesInItsPlaces() {
        var document = http().get("/openapi?format=JSON").send().json();

        var answer = document.at("/paths/~1etc-backend~1token/post/responses/200/content/application~1json/examples");

        assertThat(answer.at("/user-token/summary").asText()).isEqualTo("Gets a token and a refresh token for a user");
        assertThat(answer.at("/user-token/value").toString())
                .isEqualTo(
                        "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"header.payload.signature\","
                                + "\"refresh_token\":\"an-opaque-token-or-secret\"}");
        var request =
                document.at("/paths/~1etc-backend~1api~1users/post/requestBody/content/application~1json/examples");
        assertThat(request.at("/create-user/value/username").asText()).isEqualTo("newsystemuser");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationTellsWhatItIsAndWhatItAnswers(Published published) {
        var operation = published.operation();

        assertThat(operation.path("summary").asText()).as("summary").isNotBlank();
        assertThat(operation.path("operationId").asText()).as("operationId").isNotBlank();
        assertThat(operation.path("tags")).as("tags").isNotEmpty();
        assertThat(operation.path("responses").fieldNames()).toIterable().anyMatch(status -> status.startsWith("5"));
        if (published.secured() && !published.demandsKey()) {
            assertThat(operation.path("responses").has("401")).as("says 401").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("securedOperations")
    void anOperationRefusesARequestWithoutACredential(Published published) {
        var answer = http().call(published.method().toUpperCase(Locale.ROOT), published.filled())
                .json("{}")
                .send();

        if (published.demandsKey()) {
            assertCode(answer, 132);
        } else {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("scopedOperations")
    void anOperationRefusesACallerWithoutItsScope(Published published) {
        var call = http().call(published.method().toUpperCase(Locale.ROOT), published.filled());
        var answer = (published.demandsKey()
                        ? call.header("key", weakKey(published.scopes()))
                        : call.bearer(weakToken(published.scopes())))
                .json("{}")
                .send();

        if (published.demandsKey()) {
            assertCode(answer, 160);
        } else {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            if (published.challenges()) {
                assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
            }
        }
    }

    private static void assertCode(Answer answer, int code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("result").asBoolean()).isFalse();
        assertThat(answer.json().at("/errors/codes/0").asInt()).isEqualTo(code);
    }

    /** An API key with every scope but those that would open the operation. */
    private static String weakKey(List<String> without) {
        return WEAK_KEYS.computeIfAbsent(without, missing -> {
            var answer = http().post("/v1/api-keys")
                    .bearer(token())
                    .json(Map.of("name", "weak", "scopes", allBut(missing)))
                    .send();
            return answer.json().get("key").asText();
        });
    }

    private static List<String> allBut(List<String> missing) {
        var all = new ArrayList<String>();
        http().get("/.well-known/oauth-authorization-server")
                .send()
                .json()
                .get("scopes_supported")
                .forEach(scope -> all.add(scope.asText()));
        all.removeAll(missing);
        return all;
    }

    /** A token with every scope but those that would open the operation. */
    private static String weakToken(List<String> without) {
        return WEAK.computeIfAbsent(without, missing -> token(allBut(missing).toArray(String[]::new)));
    }

    static List<String> contracts() {
        return KitFiles.onClassPath().contracts();
    }

    static List<Published> operations() {
        var found = new ArrayList<Published>();
        var paths = http().get("/openapi?format=JSON").send().json().get("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) {
                found.add(new Published(operation.getKey(), path.getKey(), operation.getValue()));
            }
        }));
        return found;
    }

    static List<Published> securedOperations() {
        return operations().stream().filter(Published::secured).toList();
    }

    static List<Published> scopedOperations() {
        return operations().stream().filter(one -> !one.scopes().isEmpty()).toList();
    }
}
