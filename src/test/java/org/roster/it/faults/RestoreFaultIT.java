package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Backup;
import org.roster.it.Credentials;
import org.roster.it.Mailbox;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/**
 * Two ways back from a backup (R63). One was made under load, things were taken back and sent after it, and the machine is lost:
 * it is restored as {@code docs/operate/backup.md} says. The other was made of a Roster that had stopped, to move it.
 */
class RestoreFaultIT {

    private static final String HOOK = "/hook";
    private static final String PASSWORD = "a password of good length";
    private static final String PERSON = "restored-person";
    private static final String INVITED = "invited@example.com";

    private static Mailbox mailbox;
    private static Receiver receiver;
    private static RosterServer recovered;
    private static RosterServer moved;

    private static final Set<String> sent = ConcurrentHashMap.newKeySet();
    private static List<String> acknowledgedBefore;
    private static Map<String, Long> rowsWhenStopped;
    private static Map<String, Long> rowsWhenMoved;
    private static int deliveredBefore;
    private static volatile boolean receiverUp;

    private static String revokedBefore;
    private static String revokedAfter;
    private static String live;
    private static String refresh;

    @BeforeAll
    static void live() throws Exception {
        mailbox = new Mailbox();
        mailbox.stop();
        receiver = new Receiver();
        var database = Backup.database("restore");
        var settings = new HashMap<>(mailbox.settings());
        settings.putAll(Map.of(
                "ROSTER_WEBHOOK_TRUSTED_HOSTS", "localhost",
                "ROSTER_WEBHOOK_RETRY_SECONDS", "2 2 2 2 2 2 2 2 2 2 2 2",
                "ROSTER_SECRETS_KEY", Credentials.SECRETS_KEY));
        var original = RosterServer.start("restore", with(settings, database));
        settings.put("ROSTER_PUBLIC_URL", original.base().toString());
        try {
            prepare(original);
            var backup = backUpUnderLoad(original, database);
            changeAfterwards(original);
            original.stop();
            rowsWhenStopped = Backup.rows(database);
            var whole = Backup.of("restore-whole", database);

            var old = backup.restored("restore-recovered");
            Backup.run(Path.of("src/main/operate/after-restore.sql"), old);
            var copy = whole.restored("restore-moved");
            rowsWhenMoved = Backup.rows(copy);
            recovered = RosterServer.start("restore-recovered", with(settings, old));
            moved = RosterServer.start("restore-moved", with(settings, copy));
        } finally {
            original.close();
        }
    }

    @AfterAll
    static void stop() {
        Stream.of(recovered, moved).filter(Objects::nonNull).forEach(RosterServer::close);
        mailbox.close();
        receiver.close();
    }

    @Test
    void whatWasAcknowledgedBeforeTheBackupIsThereWithItsEventAndNothingIsThereByHalf() {
        var token = token(recovered);

        assertThat(acknowledgedBefore).hasSizeGreaterThanOrEqualTo(50);
        for (String username : sent) {
            var found = recovered
                    .http()
                    .get("/v1/users")
                    .query("username", username)
                    .bearer(token)
                    .send()
                    .json()
                    .get("items");
            assertThat(found.size()).as(username).isBetween(acknowledgedBefore.contains(username) ? 1 : 0, 1);
            if (!found.isEmpty()) {
                var events = recovered
                        .http()
                        .get("/v1/events")
                        .query("subject", found.get(0).get("id").asText())
                        .bearer(token)
                        .send();
                assertThat(events.json().get("items").size()).as(username).isEqualTo(1);
            }
        }
    }

    @Test
    void theTrailIsWholeInBoth() {
        for (var server : List.of(recovered, moved)) {
            var found = server.http()
                    .get("/v1/audit/verification")
                    .bearer(token(server))
                    .send()
                    .json();

            assertThat(found.get("good").asBoolean()).as(found.toString()).isTrue();
            assertThat(found.get("through").asLong()).isGreaterThan(50);
        }
    }

    @Test
    void peopleLogInInBoth() {
        for (var server : List.of(recovered, moved)) {
            assertThat(logIn(server).path("access").asText()).isNotEmpty();
        }
    }

    @Test
    void noTokenOfBeforeIsGoodWhereChangesWereLost() {
        for (var token : List.of(revokedBefore, revokedAfter, live)) {
            assertThat(me(recovered, token)).isEqualTo(401);
        }
        assertThat(renewed(recovered, refresh)).isEqualTo(401);
    }

    @Test
    void tokensAreAsTheyWereWhereNothingWasLost() {
        assertThat(me(moved, revokedBefore)).isEqualTo(401);
        assertThat(me(moved, revokedAfter)).isEqualTo(401);
        assertThat(me(moved, live)).isEqualTo(200);
        assertThat(renewed(moved, refresh)).isEqualTo(200);
    }

    @Test
    void everyTableHasAsManyRowsWhenMoved() {
        assertThat(rowsWhenMoved).hasSizeGreaterThan(25).isEqualTo(rowsWhenStopped);
    }

    @Test
    void whatMayHaveBeenSentIsGivenUpAndGoesAgainByHandOnly() throws InterruptedException {
        var token = token(recovered);
        var mails =
                recovered.http().get("/v1/mails").bearer(token).send().json().get("items");
        var dead = recovered
                .http()
                .get("/v1/webhook-deliveries?status=DEAD")
                .bearer(token)
                .send()
                .json()
                .get("items");

        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).get("status").asText()).isEqualTo("FAILED");
        assertThat(mails.get(0).get("lastError").asText()).isEqualTo("restored from a backup");
        assertThat(dead).isNotEmpty().allSatisfy(delivery -> assertThat(
                        delivery.get("lastError").asText())
                .isEqualTo("restored"));
        TimeUnit.SECONDS.sleep(3); // dispatchers look once a second
        assertThat(mailbox.to(INVITED)).hasSize(1);
        assertThat(receiver.to(HOOK)).hasSize(deliveredBefore);

        var path = "/v1/webhook-deliveries/" + dead.get(0).get("id").asText() + "/retry";
        assertThat(recovered.http().post(path).bearer(token).send().status()).isBetween(200, 202);
        receiver.await(HOOK, deliveredBefore + 1);
    }

    private static void prepare(RosterServer original) {
        var token = token(original);
        var hook = receiver.at(HOOK, (exchange, number) -> exchange.sendResponseHeaders(receiverUp ? 204 : 503, -1));
        made(
                original,
                token,
                "/v1/webhook-endpoints",
                Map.of("url", hook, "events", List.of("user.invited", "group.*")));
        made(original, token, "/v1/groups", Map.of("name", "waiting"));
        made(original, token, "/v1/users", Map.of("username", PERSON, "password", PASSWORD));
        made(original, token, "/v1/users", Map.of("username", "invited", "email", INVITED, "status", "PENDING_NEW"));
        revokedBefore = token(original);
        revokedAfter = token(original);
        live = token(original);
        revoke(original, revokedBefore);
        refresh = logIn(original).get("refresh").asText();
    }

    private static Backup backUpUnderLoad(RosterServer original, Map<String, String> database)
            throws InterruptedException {
        var token = token(original);
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var go = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; go.get() && i < 500; i++) {
                    var username = "load-" + number + '-' + i;
                    sent.add(username);
                    try {
                        var answer = original.http()
                                .post("/v1/users")
                                .bearer(token)
                                .json(Map.of("username", username))
                                .send();
                        if (answer.status() == 201) {
                            acknowledged.add(username);
                        }
                    } catch (UncheckedIOException stopped) {
                        return;
                    }
                }
            });
        }
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < 50 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        acknowledgedBefore = List.copyOf(acknowledged);
        var backup = Backup.of(original, "restore-under-load", database);
        go.set(false);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return backup;
    }

    /** What a backup of before does not know: something is taken back, and what waited is sent. */
    private static void changeAfterwards(RosterServer original) throws InterruptedException {
        revoke(original, revokedAfter);
        receiverUp = true;
        mailbox.restart();
        var token = token(original);
        var mail = original.http()
                .get("/v1/mails")
                .bearer(token)
                .send()
                .json()
                .at("/items/0/id")
                .asText();
        // Rather than at its next try; unless that is under way.
        original.http().post("/v1/mails/" + mail + "/retry").bearer(token).send();
        mailbox.await(INVITED, 1);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!original.http()
                        .get("/v1/webhook-deliveries?status=RETRYING")
                        .bearer(token)
                        .send()
                        .json()
                        .get("items")
                        .isEmpty()
                && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        deliveredBefore = receiver.to(HOOK).size();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static void made(RosterServer server, String token, String path, Map<String, ?> body) {
        var answer = server.http().post(path).bearer(token).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static String token(RosterServer server) {
        return Credentials.token(server.http());
    }

    private static void revoke(RosterServer server, String token) {
        server.http()
                .post("/oauth2/revoke")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("token", token)
                .send();
        assertThat(me(server, token)).isEqualTo(401);
    }

    private static int me(RosterServer server, String token) {
        return server.http().get("/v1/me").bearer(token).send().status();
    }

    private static JsonNode logIn(RosterServer server) {
        return server.http()
                .post("/amani/api/v2/user/login")
                .json(Map.of("username", PERSON, "password", PASSWORD))
                .send()
                .json();
    }

    private static int renewed(RosterServer server, String refreshToken) {
        return server.http()
                .post("/amani/api/v2/token/refresh")
                .json(Map.of("refresh", refreshToken))
                .send()
                .status();
    }
}
