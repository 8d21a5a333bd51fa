package org.roster.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.RosterServer;

/** More passwords than can be hashed: the server does what it can and refuses the rest at once (R55). */
class OverloadIT {

    private static RosterServer server;

    @BeforeAll
    static void start() {
        // A hash of half a second and a queue of two, so that a handful of requests is too many.
        server = RosterServer.start(
                "overload",
                Map.of(
                        "ROSTER_HASH_THREADS", "1",
                        "ROSTER_HASH_QUEUE", "2",
                        "ROSTER_ARGON2_MEMORY_KIB", "65536",
                        "ROSTER_ARGON2_ITERATIONS", "8"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsTooMuchIsRefusedWithRetryAfterAndEverythingElseGoesOn() throws Exception {
        var token = server.http()
                .post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials")
                .send()
                .json()
                .get("access_token")
                .asText();
        var threads = Executors.newFixedThreadPool(16);
        List<Callable<Answer>> creates = new ArrayList<>();
        IntStream.range(0, 16)
                .forEach(i -> creates.add(() -> server.http()
                        .post("/v1/users")
                        .bearer(token)
                        .json(Map.of("username", "overload-" + i, "password", "a password of good length"))
                        .send()));

        var answers = new ArrayList<Answer>();
        for (var future : threads.invokeAll(creates)) {
            answers.add(future.get());
        }
        threads.shutdown();

        assertThat(answers).extracting(Answer::status).containsOnly(201, 503);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeBetween(1, 8);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(refused -> {
            assertThat(refused.header("Retry-After")).matches("\\d+");
            assertThat(refused.json().get("code").asText()).isEqualTo("overloaded");
        });
        assertThat(server.http().get("/health/live").send().status()).isEqualTo(200);
        assertThat(server.http().get("/v1/users?limit=1").bearer(token).send().status())
                .isEqualTo(200);
    }
}
