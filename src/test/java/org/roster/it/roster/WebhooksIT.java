package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.roster.it.Receiver;

/** Webhooks against receivers of all sorts, as they are seen from the receiver and at {@code /v1}. */
class WebhooksIT extends WebhookApi {

    @Test
    void anEventArrivesSignedAndSaysWhatTheAuditTrailSays() {
        var tenant = tenant();
        var path = path();
        var made = made(
                ENDPOINTS,
                body(tenant, receiver.at(path), "events", List.of("user.created"), "headers", Map.of("X-Shop", "7")));
        var user = user(tenant);

        var got = receiver.await(path, 1).get(0);

        assertThat(got.signedWith(made.get("secret").asText())).isTrue();
        assertThat(got.header("content-type")).isEqualTo("application/json");
        assertThat(got.header("user-agent")).isEqualTo("Roster");
        assertThat(got.header("x-shop")).isEqualTo("7");
        assertThat(Long.parseLong(got.header("webhook-timestamp")))
                .isBetween(got.at().getEpochSecond() - 5, got.at().getEpochSecond());
        var event = get("/v1/events/" + got.header("webhook-id") + "?tenant=" + tenant)
                .json();
        assertThat(got.json().get("data")).isEqualTo(event);
        assertThat(got.json().get("type").asText()).isEqualTo("user.created");
        assertThat(got.json().get("timestamp")).isEqualTo(event.get("at"));
        assertThat(event.get("subject").asText()).isEqualTo(user);

        var delivery = awaitStatus(tenant, made.get("id").asText(), "DELIVERED");
        assertThat(delivery.get("event").asText()).isEqualTo(got.header("webhook-id"));
        assertThat(delivery.get("subject").asText()).isEqualTo(user);
        assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
        assertThat(delivery.get("lastStatus").asInt()).isEqualTo(204);
        assertThat(delivery.get("lastError").isNull()).isTrue();
        assertThat(delivery.get("nextAttemptAt").isNull()).isTrue();
        var whole = get(DELIVERIES + "/" + delivery.get("id").asText() + "?tenant=" + tenant);
        assertThat(whole.json().get("payload")).isEqualTo(got.json());
    }

    @Test
    void onlyWhatWasSubscribedToArrivesAndOnlyFromTheTenant() {
        var tenant = tenant();
        var path = path();
        endpoint(tenant, receiver.at(path), "user.deleted", "group.*");
        user(tenant());
        var user = user(tenant);
        var group = madeId("/v1/groups", Map.of("tenant", tenant, "name", "Some"));
        assertStatus(delete("/v1/users/" + user + "?tenant=" + tenant), 204);

        var got = receiver.await(path, 2);

        assertThat(got)
                .extracting(one -> one.json().at("/data/subject").asText())
                .containsExactlyInAnyOrder(group, user);
        assertThat(got)
                .extracting(one -> one.json().get("type").asText())
                .containsExactlyInAnyOrder("group.created", "user.deleted");
        assertThat(deliveries(tenant, "")).hasSize(2);
    }

    @Test
    void aDryRunTellsOfTheDeliveriesAndMakesNone() {
        var tenant = tenant();
        var path = path();
        var made = made(ENDPOINTS, body(tenant, receiver.at(path), "events", List.of("user.*")));

        var dry = post("/v1/users?dry_run=true", "{\"tenant\": \"%s\", \"username\": \"jane\"}".formatted(tenant));

        assertStatus(dry, 200);
        assertThat(dry.json().get("webhookDeliveries")).isEqualTo(json("""
                [{"endpoint": "%s", "url": "%s", "type": "user.created", "subject": "%s"}]""".formatted(
                        made.get("id").asText(),
                        made.get("url").asText(),
                        dry.json().at("/body/id").asText())));
        assertThat(deliveries(tenant, "")).isEmpty();
        user(tenant);
        receiver.await(path, 1);
        assertThat(receiver.to(path)).hasSize(1);
    }

    @Test
    void aReceiverThatHangsDoesNotHoldUpTheOthers() {
        var tenant = tenant();
        var release = new CountDownLatch(1);
        var slow = path();
        var quick = path();
        var hanging = endpoint(
                tenant,
                receiver.at(slow, (exchange, number) -> {
                    await(release, 30);
                    exchange.sendResponseHeaders(200, -1);
                }),
                "user.created");
        endpoint(tenant, receiver.at(quick), "user.created");
        try {
            for (int i = 0; i < 12; i++) {
                user(tenant);
            }

            receiver.await(quick, 12);

            // Each place is held for five seconds, and there are four of them.
            var times = receiver.to(slow).stream().map(Receiver.Received::at).toList();
            assertThat(times).isNotEmpty();
            for (int i = 4; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 4), times.get(i))).isGreaterThan(Duration.ofSeconds(2));
            }
            var first = deliveries(tenant, "&endpoint=" + hanging.get("id").asText());
            assertThat(first).noneMatch(one -> one.get("status").asText().equals("DELIVERED"));
        } finally {
            release.countDown();
        }
    }

    @Test
    void aHangingReceiverIsGivenFiveSecondsAndAnswersAreNotKept() {
        var tenant = tenant();
        var release = new CountDownLatch(1);
        var path = path();
        var made = endpoint(
                tenant,
                receiver.at(path, (exchange, number) -> {
                    await(release, 30);
                    exchange.sendResponseHeaders(200, -1);
                }),
                "user.created");
        try {
            user(tenant);
            var first = receiver.await(path, 1).get(0).at();

            var delivery = awaitDelivery(
                    tenant, made.get("id").asText(), one -> one.get("attempts").asInt() == 1);

            assertThat(Duration.between(first, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(15));
            assertThat(delivery.get("status").asText()).isEqualTo("RETRYING");
            assertThat(delivery.get("lastError").asText()).isEqualTo("timeout");
            assertThat(delivery.get("lastStatus").isNull()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void eventsOfOneSubjectKeepTheirOrderWhileTheReceiverFailsAndOthersPass() {
        var tenant = tenant();
        var path = path();
        var first = user(tenant);
        var second = user(tenant);
        endpoint(
                tenant,
                receiver.at(path, (exchange, number) -> {
                    // The first of all fails twice.
                    exchange.sendResponseHeaders(
                            number == 1 || receiver.to(path).size() < 6 && isFirst(path, number) ? 500 : 200, -1);
                }),
                "user.updated");
        for (String name : List.of("Ada", "Bea", "Cleo")) {
            rename(tenant, first, name);
        }
        receiver.await(path, 1);
        for (String name : List.of("Dora", "Emma")) {
            rename(tenant, second, name);
        }

        var got = receiver.await(path, 6);
        pause(300);
        got = receiver.to(path);

        assertThat(names(got, second)).containsExactly("Dora", "Emma");
        var ofFirst = names(got, first);
        assertThat(ofFirst.stream().distinct().toList()).containsExactly("Ada", "Bea", "Cleo");
        assertThat(ofFirst).isSorted(); // nothing of before comes after
        // The other subject was done before the one that failed.
        assertThat(index(got, second, "Emma")).isLessThan(index(got, first, "Cleo"));
    }

    @Test
    void whatAlwaysFailsIsGivenUpAndWhatWaitsBehindItGoesOnAndItCanBeSentAgain() {
        var tenant = tenant();
        var path = path();
        var well = new java.util.concurrent.atomic.AtomicBoolean();
        var made = endpoint(
                tenant,
                receiver.at(path, (exchange, number) -> exchange.sendResponseHeaders(well.get() ? 200 : 503, -1)),
                "user.updated");
        var user = user(tenant);
        rename(tenant, user, "Ada");

        var dead = awaitStatus(tenant, made.get("id").asText(), "DEAD");

        assertThat(dead.get("attempts").asInt()).isEqualTo(4);
        assertThat(dead.get("lastStatus").asInt()).isEqualTo(503);
        assertThat(dead.get("lastError").asText()).isEqualTo("status");
        assertThat(receiver.to(path)).hasSize(4);
        assertThat(receiver.to(path))
                .extracting(one -> one.header("webhook-id"))
                .containsOnly(dead.get("event").asText());

        well.set(true);
        rename(tenant, user, "Bea");
        assertThat(names(receiver.await(path, 5), user).get(4)).isEqualTo("Bea");

        var again = post(DELIVERIES + "/" + dead.get("id").asText() + "/retry?tenant=" + tenant, "{}");
        assertStatus(again, 200);
        assertThat(again.json().get("status").asText()).isEqualTo("PENDING");
        var sixth = receiver.await(path, 6).get(5);
        assertThat(sixth.header("webhook-id")).isEqualTo(dead.get("event").asText());
        assertThat(sixth.signedWith(made.get("secret").asText())).isTrue();
    }

    @Test
    void noRedirectionIsFollowedAndAHugeAnswerIsNotRead() throws IOException {
        var tenant = tenant();
        var inside = path();
        receiver.at(inside);
        var path = path();
        var made = endpoint(
                tenant,
                receiver.at(path, (exchange, number) -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + receiver.port() + inside);
                    exchange.sendResponseHeaders(307, -1);
                }),
                "user.created");
        var huge = path();
        var flood = endpoint(
                tenant,
                receiver.at(huge, (exchange, number) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100_000; i++) {
                        exchange.getResponseBody().write(new byte[10_000]);
                    }
                }),
                "user.created");
        user(tenant);

        assertThat(awaitStatus(tenant, flood.get("id").asText(), "DELIVERED")
                        .get("lastStatus")
                        .asInt())
                .isEqualTo(200);
        var dead = awaitStatus(tenant, made.get("id").asText(), "DEAD");
        assertThat(dead.get("lastError").asText()).isEqualTo("redirect");
        assertThat(dead.get("lastStatus").asInt()).isEqualTo(307);
        assertThat(receiver.to(inside)).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForAndAClosedPortAndNoHttpAreToldApart() throws IOException {
        var tenant = tenant();
        var secure =
                endpoint(tenant, "https://localhost:" + server().secureBase().getPort() + "/", "user.created");
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var refused = endpoint(tenant, "http://localhost:" + closed + "/", "user.created");
        user(tenant);

        assertError(tenant, secure, "tls");
        assertError(tenant, refused, "refused");
    }

    @Test
    void aReceiverThatIsGoneIsAskedNoMore() {
        var tenant = tenant();
        var path = path();
        var made = endpoint(tenant, receiver.at(path, Receiver.status(410)), "user.created");
        user(tenant);

        var dead = awaitStatus(tenant, made.get("id").asText(), "DEAD");

        assertThat(dead.get("attempts").asInt()).isEqualTo(1);
        assertThat(dead.get("lastError").asText()).isEqualTo("gone");
        var endpoint = get(ENDPOINTS + "/" + made.get("id").asText() + "?tenant=" + tenant);
        assertThat(endpoint.json().get("status").asText()).isEqualTo("DISABLED");
        var events = get("/v1/events?tenant=" + tenant + "&type=webhook_endpoint.updated");
        assertThat(events.json().at("/items/0/after/status").asText()).isEqualTo("DISABLED");
        user(tenant);
        pause(300);
        assertThat(receiver.to(path)).hasSize(1);
    }

    @Test
    void duringARotationBothSecretsSignAndAfterwardsTheNewOneAlone() {
        var tenant = tenant();
        var path = path();
        var made = endpoint(tenant, receiver.at(path), "user.created");
        var id = made.get("id").asText();
        var old = made.get("secret").asText();

        var rotated = post(ENDPOINTS + "/" + id + "/rotate-secret?tenant=" + tenant, "{\"overlapHours\": 1}");
        assertStatus(rotated, 200);
        var present = rotated.json().get("secret").asText();
        assertThat(present).isNotEqualTo(old).startsWith("whsec_").hasSize(50);
        user(tenant);
        var both = receiver.await(path, 1).get(0);
        assertThat(both.signedWith(old)).isTrue();
        assertThat(both.signedWith(present)).isTrue();

        var last = post(ENDPOINTS + "/" + id + "/rotate-secret?tenant=" + tenant, "{\"overlapHours\": 0}")
                .json()
                .get("secret")
                .asText();
        user(tenant);
        var one = receiver.await(path, 2).get(1);
        assertThat(one.signedWith(last)).isTrue();
        assertThat(one.signedWith(present)).isFalse();
        assertThat(one.signedWith(old)).isFalse();
        assertRefused(
                post(ENDPOINTS + "/" + id + "/rotate-secret?tenant=" + tenant, "{\"overlapHours\": 169}"),
                400,
                "invalid");
    }

    @Test
    void aTestGoesToTheOneThatIsTestedWhateverItHasSubscribedTo() {
        var tenant = tenant();
        var path = path();
        var other = path();
        var made = endpoint(tenant, receiver.at(path), "user.deleted");
        endpoint(tenant, receiver.at(other), "*");
        receiver.await(other, 0);

        assertStatus(post(ENDPOINTS + "/" + made.get("id").asText() + "/test?tenant=" + tenant, "{}"), 202);

        var got = receiver.await(path, 1).get(0);
        assertThat(got.json().get("type").asText()).isEqualTo("webhook.test");
        assertThat(got.json().at("/data/subject").asText())
                .isEqualTo(made.get("id").asText());
        pause(200);
        assertThat(receiver.to(other)).noneMatch(one -> one.body().contains("webhook.test"));
    }

    @Test
    void whoeverIsErasedIsErasedFromWhatWaitsToo() {
        var tenant = tenant();
        var path = path();
        var well = new java.util.concurrent.atomic.AtomicBoolean();
        var made = endpoint(
                tenant,
                receiver.at(path, (exchange, number) -> exchange.sendResponseHeaders(well.get() ? 200 : 500, -1)),
                "user.created");
        var name = unique("vanished");
        var user = madeId("/v1/users", Map.of("tenant", tenant, "username", name));
        assertThat(receiver.await(path, 1).get(0).body()).contains(name);

        assertStatus(post("/v1/users/" + user + "/erasure?tenant=" + tenant, "{}"), 204);
        well.set(true);
        awaitStatus(tenant, made.get("id").asText(), "DELIVERED");

        var all = receiver.to(path);
        assertThat(all.get(all.size() - 1).body()).doesNotContain(name).contains(user);
    }

    private static void assertError(String tenant, JsonNode endpoint, String error) {
        var delivery = awaitDelivery(
                tenant, endpoint.get("id").asText(), one -> one.get("attempts").asInt() > 0);
        assertThat(delivery.get("lastError").asText()).isEqualTo(error);
        assertThat(delivery.get("lastStatus").isNull()).isTrue();
    }

    private static boolean isFirst(String path, int number) {
        var all = receiver.to(path);
        return all.get(number - 1).header("webhook-id").equals(all.get(0).header("webhook-id"))
                && all.stream()
                                .filter(one -> one.header("webhook-id")
                                        .equals(all.get(0).header("webhook-id")))
                                .count()
                        <= 2;
    }

    private static List<String> names(List<Receiver.Received> all, String subject) {
        return all.stream()
                .map(Receiver.Received::json)
                .filter(json -> json.at("/data/subject").asText().equals(subject))
                .map(json -> json.at("/data/after/givenName").asText())
                .toList();
    }

    private static int index(List<Receiver.Received> all, String subject, String name) {
        for (int i = 0; i < all.size(); i++) {
            if (names(all.subList(i, i + 1), subject).contains(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is not among " + all);
    }

    private static void await(CountDownLatch latch, int seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
