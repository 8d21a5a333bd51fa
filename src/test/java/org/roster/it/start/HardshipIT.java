package org.roster.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Mailbox;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/** One server that is killed in the middle of its work while its SMTP server is down, started again, and then overloaded. */
class HardshipIT {

    private static final String INVITED = "invited";
    private static final String HOOK = "/hook";

    private static RosterServer server;
    private static Mailbox mailbox;
    private static Receiver receiver;
    private static String password;
    private static String secret;
    private static String token;
    private static JsonNode triedMail;
    private static List<String> acknowledged;

    /** The creates that were sent, answered or not. */
    private static final Set<String> sent = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void live() throws InterruptedException {
        mailbox = new Mailbox();
        mailbox.stop();
        receiver = new Receiver();
        var settings = new HashMap<>(mailbox.settings());
        settings.putAll(Map.of("ROSTER_ADMIN_PASSWORD", "", "ROSTER_BOOTSTRAP_CLIENT_SECRET", ""));
        settings.put("ROSTER_WEBHOOK_TRUSTED_HOSTS", "localhost");
        // A hash of half a second and a queue of two, so that a handful of requests is too many.
        settings.putAll(Map.of(
                "ROSTER_HASH_THREADS", "1",
                "ROSTER_HASH_QUEUE", "2",
                "ROSTER_ARGON2_MEMORY_KIB", "65536",
                "ROSTER_ARGON2_ITERATIONS", "8"));
        server = RosterServer.start("hardship", settings);
        var block = announced();
        password = shown(block, "Password");
        secret = shown(block, "Client secret");
        assertThat(shown(block, "Swagger UI")).isEqualTo(server.base() + "/openapi/ui");
        assertThat(server.log()).doesNotContain(secret).doesNotContain(password);
        assertThat(server.http().get("/v1/me").basic("admin", password).send().status())
                .isEqualTo(200);
        token = token();
        triedMail = mailThatCannotBeSent();
        subscribe();
        acknowledged = createUntilKilled();
        mailbox.restart();
        server.start();
        token = token();
    }

    @AfterAll
    static void stop() {
        server.close();
        mailbox.close();
        receiver.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() {
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
    }

    @Test
    void whatWasSentIsSentAgainWithItsKeyAndIsThereOnce() throws InterruptedException {
        for (String username : sent) {
            var again = retried(username);
            assertThat(again.status()).as(username + ": " + again).isEqualTo(201);
            assertThat(again.json().get("username").asText()).isEqualTo(username);
            if (acknowledged.contains(username)) {
                assertThat(again.headers().firstValue("Idempotency-Replayed"))
                        .as(username)
                        .contains("true");
            }
            var found = server.http()
                    .get("/v1/users")
                    .query("username", username)
                    .bearer(token)
                    .send();
            assertThat(found.json().at("/items/0/id"))
                    .as(username)
                    .isEqualTo(again.json().get("id"));
        }
    }

    @Test
    void ofWhatWasAcknowledgedTheReceiverIsToldAlthoughTheServerWasKilled() throws InterruptedException {
        var told = new HashSet<String>();
        for (int i = 0; i < 900 && !told.containsAll(acknowledged); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            receiver.to(HOOK)
                    .forEach(one ->
                            told.add(one.json().at("/data/after/username").asText()));
        }

        assertThat(told).containsAll(acknowledged);
    }

    @Test
    void secretsThatAreMadeHereAreShownOnce() {
        assertThat(password).hasSize(43);
        assertThat(secret).hasSize(43);
        assertThat(server.console().split(Pattern.quote(secret), -1)).hasSize(2);
        assertThat(server.log()).doesNotContain(secret).doesNotContain(password);
    }

    @Test
    void aMailOutlivesAServerThatIsDownOnEitherSide() throws InterruptedException {
        assertThat(triedMail.get("status").asText()).isEqualTo("QUEUED");
        assertThat(triedMail.get("tries").asInt()).isEqualTo(1);
        assertThat(triedMail.get("lastError").asText()).startsWith("the SMTP server could not be used: ");
        assertThat(triedMail.has("link")).isFalse();
        var path = "/v1/mails/" + triedMail.get("id").asText();

        // Unless its next try was due while the server started.
        assertThat(server.http().post(path + "/retry").bearer(token).send().status())
                .isIn(200, 400);

        var mail = mailbox.await(INVITED + "@example.com", 1).get(0);
        assertThat(Mailbox.whole(mail)).contains("/account/password?token=");
        assertThat(mailOnce(path, "status", "SENT").get("status").asText()).isEqualTo("SENT");
        assertThat(server.http().post(path + "/retry").bearer(token).send().status())
                .isEqualTo(400);
        assertThat(mailbox.to(INVITED + "@example.com")).hasSize(1);
    }

    /** More passwords than can be hashed: the server does what it can and refuses the rest at once (R55). */
    @Test
    void whatIsTooMuchIsRefusedWithRetryAfterAndEverythingElseGoesOn() throws Exception {
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
        assertThat(server.probes().get("/health/live").send().status()).isEqualTo(200);
        assertThat(server.http().get("/v1/users?limit=1").bearer(token).send().status())
                .isEqualTo(200);
    }

    /** To a receiver that takes its time at first, so that much is still to be sent when the server is killed. */
    private static void subscribe() {
        var url = receiver.at(HOOK, (exchange, number) -> {
            if (number < 50) {
                pause(100);
            }
            exchange.sendResponseHeaders(204, -1);
        });
        var made = server.http()
                .post("/v1/webhook-endpoints")
                .bearer(token)
                .json(Map.of("url", url, "events", List.of("user.created")))
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An invitation that was tried once, in vain. */
    private static JsonNode mailThatCannotBeSent() throws InterruptedException {
        var user = server.http()
                .post("/v1/users")
                .bearer(token)
                .json(Map.of("username", INVITED, "email", INVITED + "@example.com", "status", "PENDING_NEW"))
                .send();
        assertThat(user.status()).as(user.toString()).isEqualTo(201);
        var mails = server.http()
                .get("/v1/mails")
                .query("user", user.json().get("id").asText())
                .bearer(token)
                .send();
        return mailOnce("/v1/mails/" + mails.json().at("/items/0/id").asText(), "tries", "1");
    }

    /** A mail once it has this value; or as it is after ten seconds. */
    private static JsonNode mailOnce(String path, String member, String value) throws InterruptedException {
        for (int i = 0; ; i++) {
            var mail = server.http().get(path).bearer(token).send().json();
            if (i == 100 || mail.path(member).asText().equals(value)) {
                return mail;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Creates users from four threads, kills the server in the middle, and tells which were answered with 201. */
    private static List<String> createUntilKilled() throws InterruptedException {
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var go = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; go.get() && i < 2000; i++) {
                    var username = "crash-" + number + '-' + i;
                    try {
                        sent.add(username);
                        var answer = create(username);
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

    private static Answer create(String username) {
        return server.http()
                .post("/v1/users")
                .bearer(token)
                .header("Idempotency-Key", "key-of-" + username)
                .json(Map.of("username", username))
                .send();
    }

    /** Sends a create once more; one that was cut short is claimed for as long as a request may take. */
    private static Answer retried(String username) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        var answer = create(username);
        while (answer.status() == 409 && answer.text().contains("key_in_use") && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(500);
            answer = create(username);
        }
        return answer;
    }

    /** The console once the block is there; it is printed when requests are answered, so a moment after that. */
    private static String announced() throws InterruptedException {
        for (int i = 0; i < 100 && !server.console().contains("Client secret"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return server.console();
    }

    private static String token() {
        return Credentials.tokenOf(server.http(), Credentials.CLIENT_ID, secret);
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
