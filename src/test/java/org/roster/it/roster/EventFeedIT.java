package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events of {@code /v1} in the order in which they can be followed. */
class EventFeedIT extends RosterApi {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whoGoesOnFromNextMissesNothingAndSeesNothingTwice() {
        var tenant = tenant();
        var client = clientOf(tenant, "users:create", "users:update", "events:read");
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> made(client.token(), "/v1/users", Map.of("username", unique("u")))
                        .get("id")
                        .asText())
                .toList();
        var seen = new ArrayList<JsonNode>();
        long next = 0;
        var until = Instant.now().plus(SOON);
        while (seen.stream()
                        .filter(event -> event.get("type").asText().equals("user.created"))
                        .count()
                < ids.size()) {
            assertThat(Instant.now()).isBefore(until);
            var page = feed(client, "after=" + next + "&limit=2");
            page.get("items").forEach(seen::add);
            next = page.get("next").asLong();
        }

        assertThat(seen)
                .extracting(event -> event.get("sequence").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seen.size()).boxed().toList());
        assertThat(seen)
                .filteredOn(event -> event.get("type").asText().equals("user.created"))
                .extracting(event -> event.get("subject").asText())
                .containsExactlyElementsOf(ids);
        var created = seen.get(seen.size() - 1);
        var plain = http().get("/v1/events/" + created.get("id").asText())
                .bearer(client.token())
                .send()
                .json();
        assertThat(created.get("after")).isEqualTo(plain.get("after"));
        assertThat(created.get("actor")).isEqualTo(plain.get("actor"));
        assertThat(feed(client, "after=" + next).get("items")).isEmpty();
        assertThat(feed(client, "after=" + next).get("next").asLong()).isEqualTo(next);
    }

    @Test
    void theFeedCanBeNarrowedAndItsNextPassesOverTheRest() {
        var tenant = tenant();
        var client = clientOf(tenant, "users:create", "users:update", "events:read");
        var id = made(client.token(), "/v1/users", Map.of("username", unique("u")))
                .get("id")
                .asText();
        http().patch("/v1/users/" + id)
                .bearer(client.token())
                .mergePatch("{\"givenName\": \"Jane\"}")
                .send();
        awaitEvents(client, 2, "subject=" + id);

        var updates = feed(client, "subject=" + id + "&type=user.updated");

        assertThat(members(updates, "type")).containsExactly("user.updated");
        assertThat(feed(client, "type=user.deleted").get("next").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "after=-1, after, must be a whole number from 0",
        "after=x, after, must be a whole number from 0",
        "limit=0, limit, must be a whole number from 1 to 1000",
        "subject=nobody, subject, must be an id"
    })
    void aParameterOfTheWrongFormIsRefused(String query, String name, String detail) {
        assertProblem(get("/v1/events/feed?" + query), 400, "Bad Request", "value_invalid", detail, name);
    }

    @Test
    void whatHappensIsStreamedInOrderAndGoesOnWhereItWasCutOff() throws Exception {
        var tenant = tenant();
        var client = clientOf(tenant, "users:create", "events:read");
        var first = made(client.token(), "/v1/users", Map.of("username", unique("u")))
                .get("id")
                .asText();
        awaitEvents(client, 1, "subject=" + first);
        String last;
        try (var stream = new Stream(client.token(), "?type=user.created", null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            var second = made(client.token(), "/v1/users", Map.of("username", unique("u")))
                    .get("id")
                    .asText();
            var event = stream.next();
            assertThat(event.get("event")).isEqualTo("user.created");
            assertThat(json(event.get("data")).get("subject").asText()).isEqualTo(second);
            assertThat(json(event.get("data")).get("sequence").asText()).isEqualTo(event.get("id"));
            last = event.get("id");
        }
        var third = made(client.token(), "/v1/users", Map.of("username", unique("u")))
                .get("id")
                .asText();

        try (var stream = new Stream(client.token(), "?type=user.created", last)) {
            assertThat(json(stream.next().get("data")).get("subject").asText()).isEqualTo(third);
        }
        try (var stream = new Stream(client.token(), "?after=0&subject=" + first, null)) {
            assertThat(json(stream.next().get("data")).get("subject").asText()).isEqualTo(first);
        }
    }

    @Test
    void aStreamEndsWhenItsCallerMayNoLongerHearIt() throws Exception {
        var client = clientOf(tenant(), "events:read");
        try (var stream = new Stream(client.token(), "", null)) {
            assertThat(stream.status()).isEqualTo(200);

            patch("/v1/applications/" + client.id() + "?tenant=" + tenantOf(client), "{\"status\": \"INACTIVE\"}");

            assertThat(stream.ended()).isTrue();
        }
    }

    private static String tenantOf(Client client) {
        return http().get("/v1/me")
                .bearer(client.token())
                .send()
                .json()
                .get("tenant")
                .asText();
    }

    private static JsonNode feed(Client client, String query) {
        var answer =
                http().get("/v1/events/feed?" + query).bearer(client.token()).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static void awaitEvents(Client client, int count, String query) {
        var until = Instant.now().plus(SOON);
        while (feed(client, query).get("items").size() < count) {
            assertThat(Instant.now()).as("the events get their places").isBefore(until);
        }
    }

    /** A client that listens. */
    private static final class Stream implements AutoCloseable {

        private final HttpResponse<java.util.stream.Stream<String>> answer;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Thread reader;

        Stream(String token, String query, String lastEventId) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(base() + "/v1/events/stream" + query))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            reader = new Thread(() -> {
                try {
                    answer.body().forEach(lines::add);
                } catch (RuntimeException e) {
                    // Closed from here.
                }
                lines.add("(end)");
            });
            reader.setDaemon(true);
            reader.start();
        }

        int status() {
            return answer.statusCode();
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        /** The next event that carries data, by field. */
        Map<String, String> next() throws InterruptedException {
            var fields = new java.util.LinkedHashMap<String, String>();
            while (true) {
                var line = lines.poll(SOON.toSeconds(), TimeUnit.SECONDS);
                assertThat(line).as("an event arrives").isNotNull().isNotEqualTo("(end)");
                if (line.isEmpty()) {
                    if (fields.containsKey("data")) {
                        return fields;
                    }
                    fields.clear();
                } else if (line.indexOf(':') > 0) {
                    fields.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip());
                }
            }
        }

        /** Whether the server ends it, in a while. */
        boolean ended() throws InterruptedException {
            for (String line = ""; line != null; line = lines.poll(SOON.toSeconds(), TimeUnit.SECONDS)) {
                if (line.equals("(end)")) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            answer.body().close();
        }
    }
}
