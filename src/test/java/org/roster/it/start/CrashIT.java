package org.roster.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Credentials;
import org.roster.it.RosterServer;

/** A server of its own that is started, killed and started again. */
class CrashIT {

    private static RosterServer server;

    @BeforeAll
    static void start() {
        server = RosterServer.start("crash", Map.of("ROSTER_ADMIN_PASSWORD", "", "ROSTER_BOOTSTRAP_CLIENT_SECRET", ""));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndSecretsAreShownOnce() throws Exception {
        var block = announced();
        var password = shown(block, "Password");
        var secret = shown(block, "Client secret");
        assertThat(password).hasSize(43);
        assertThat(secret).hasSize(43);
        assertThat(server.log()).doesNotContain(secret).doesNotContain(password);
        assertThat(shown(block, "Swagger UI")).isEqualTo(server.base() + "/openapi/ui");
        assertThat(server.http().get("/v1/me").basic("admin", password).send().status())
                .isEqualTo(200);

        var acknowledged = createUntilKilled(token(secret));
        server.start();
        var token = token(secret);

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100);
        for (String username : acknowledged) {
            var found = server.http()
                    .get("/v1/users")
                    .query("username", username)
                    .bearer(token)
                    .send();
            assertThat(found.json().get("items").size()).as(username).isEqualTo(1);
            var events = server.http()
                    .get("/v1/events")
                    .query("subject", found.json().at("/items/0/id").asText())
                    .bearer(token)
                    .send();
            assertThat(events.json().get("items").size())
                    .as("events of " + username)
                    .isEqualTo(1);
        }
        assertThat(server.console().split(Pattern.quote(secret), -1)).hasSize(2);
        assertThat(server.log()).doesNotContain(secret).doesNotContain(password);
    }

    /** Creates users from four threads, kills the server in the middle, and tells which were answered with 201. */
    private static List<String> createUntilKilled(String token) throws InterruptedException {
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var go = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; go.get() && i < 2000; i++) {
                    var username = "crash-" + number + '-' + i;
                    try {
                        var answer = server.http()
                                .post("/v1/users")
                                .bearer(token)
                                .json(Map.of("username", username))
                                .send();
                        if (answer.status() == 201) {
                            acknowledged.add(username);
                        }
                    } catch (UncheckedIOException killed) {
                        return;
                    }
                }
            });
        }
        // In the middle of the work, however fast this machine is.
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < 100 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        server.kill();
        go.set(false);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        return List.copyOf(acknowledged);
    }

    /** The console once the block is there; it is printed when requests are answered, so a moment after that. */
    private static String announced() throws InterruptedException {
        for (int i = 0; i < 100 && !server.console().contains("Client secret"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return server.console();
    }

    private static String token(String secret) {
        return server.http()
                .post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, secret)
                .form("grant_type", "client_credentials")
                .send()
                .json()
                .get("access_token")
                .asText();
    }

    private static String shown(String block, String label) {
        return block.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not in:\n" + block));
    }
}
