package org.roster.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/**
 * What is ended on one node is refused on the other within five seconds, although that one has just let it in (R11, R28). The
 * five seconds are Roster's promise, so the tests hold it to them.
 */
class PromptIT extends NodesApi {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * Something that is good until it is ended.
     *
     * @param used on the node that is given
     * @param refused the status from then on
     */
    private record Good(String name, Supplier<Answer> used, Supplier<Answer> ended, int refused) {}

    @Test
    void whatIsEndedOnOneNodeIsRefusedOnTheOtherWithinFiveSeconds() throws Exception {
        var all = List.of(
                ofUser("a disabled user", 401, user -> patch("/v1/users/" + user.id(), "{\"status\": \"INACTIVE\"}")),
                ofUser("a locked user", 401, user -> patch("/v1/users/" + user.id(), "{\"accountLocked\": true}")),
                ofUser("a deleted user", 401, user -> delete("/v1/users/" + user.id())),
                ofUser("an ended session", 401, user -> delete("/v1/users/" + user.id() + "/sessions")),
                basicOfUser(),
                groupRight(),
                revokedToken(),
                disabledClient(),
                apiKey("a disabled API key", id -> patch("/v1/api-keys/" + id, "{\"status\": \"INACTIVE\"}")),
                apiKey("a deleted API key", id -> delete("/v1/api-keys/" + id)));

        var threads = Executors.newFixedThreadPool(all.size());
        try {
            for (var good : all) {
                var warm = good.used().get();
                assertThat(warm.status()).as(good.name() + " before: " + warm).isEqualTo(200);
            }
            var measured = threads.invokeAll(all.stream()
                    .map(good -> (Callable<Duration>) () -> refusedAfter(good))
                    .toList());
            for (int i = 0; i < all.size(); i++) {
                assertThat(measured.get(i).get()).as(all.get(i).name()).isLessThan(PROMISED.plus(POLL));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** How long the other node still lets it in; longer than promised if it does so to the end. */
    private static Duration refusedAfter(Good good) throws InterruptedException {
        // Just before, so that the node has nothing to look up anew.
        assertThat(good.used().get().status()).as(good.name()).isEqualTo(200);
        var ended = good.ended().get();
        assertThat(ended.status()).as(good.name() + " ending: " + ended).isBetween(200, 204);
        long began = System.nanoTime();
        while (true) {
            var answer = good.used().get();
            var after = Duration.ofNanos(System.nanoTime() - began);
            if (answer.status() == good.refused() || after.compareTo(PROMISED.multipliedBy(2)) > 0) {
                return after;
            }
            assertThat(answer.status()).as(good.name() + ": " + answer).isEqualTo(200);
            Thread.sleep(POLL.toMillis());
        }
    }

    private interface Ending<T> {
        Answer of(T what);
    }

    private static Good ofUser(String name, int refused, Ending<Person> ending) {
        var user = person();
        var token = logIn(one(), address(), user.name(), PASSWORD)
                .json()
                .get("access")
                .asText();
        return new Good(name, () -> me(token), () -> ending.of(user), refused);
    }

    private static Good basicOfUser() {
        var user = person();
        return new Good(
                "a user with HTTP Basic",
                () -> other().get("/v1/me").basic(user.name(), PASSWORD).send(),
                () -> patch("/v1/users/" + user.id(), "{\"status\": \"INACTIVE\"}"),
                401);
    }

    private static Good groupRight() {
        var user = person();
        var group = made("/v1/groups", Map.of("name", unique("readers"), "permissions", List.of("users:read")))
                .get("id")
                .asText();
        var member = "/v1/groups/" + group + "/members/" + user.id();
        assertThat(one().put(member).bearer(token()).send().status()).isEqualTo(204);
        var token = logIn(one(), address(), user.name(), PASSWORD)
                .json()
                .get("access")
                .asText();
        return new Good(
                "the right of a group that was left",
                () -> other().get("/v1/users?limit=1").bearer(token).send(),
                () -> delete(member),
                403);
    }

    private static Good revokedToken() {
        var client = client();
        var token = clientToken(client.clientId(), client.secret());
        return new Good(
                "a revoked token",
                () -> me(token),
                () -> one().post("/oauth2/revoke")
                        .basic(client.clientId(), client.secret())
                        .form("token", token)
                        .send(),
                401);
    }

    private static Good disabledClient() {
        var client = client();
        var token = clientToken(client.clientId(), client.secret());
        return new Good(
                "a disabled client",
                () -> me(token),
                () -> patch("/v1/applications/" + client.id(), "{\"status\": \"INACTIVE\"}"),
                401);
    }

    private static Good apiKey(String name, Ending<String> ending) {
        var made = made("/v1/api-keys", Map.of("name", unique("key"), "scopes", List.of("users:read")));
        var key = made.get("key").asText();
        var id = made.get("id").asText();
        return new Good(
                name, () -> other().get("/v1/me").header("X-API-Key", key).send(), () -> ending.of(id), 401);
    }

    private record Client(String id, String clientId, String secret) {}

    private static Client client() {
        var made = made(
                "/v1/applications",
                Map.of(
                        "name",
                        unique("app"),
                        "grantTypes",
                        List.of("client_credentials"),
                        "scopes",
                        List.of("users:read")));
        return new Client(
                made.get("id").asText(),
                made.get("clientId").asText(),
                made.get("clientSecret").asText());
    }

    private static Answer me(String token) {
        return other().get("/v1/me").bearer(token).send();
    }

    private static Answer patch(String path, String body) {
        return one().patch(path).bearer(token()).mergePatch(body).send();
    }

    private static Answer delete(String path) {
        return one().delete(path).bearer(token()).send();
    }
}
