package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.RosterServer;

/** The signing key is replaced every two seconds while two nodes sign and verify (R61). */
class KeyRotationFaultIT {

    private static final int ROTATIONS = 15;

    @Test
    void whileTheKeyIsReplacedAgainAndAgainNoTokenOfEitherNodeFailsAtEither() throws InterruptedException {
        try (var database = new KillableMariaDb("rotation")) {
            var settings = new HashMap<>(database.settings(database.port()));
            try (var one = RosterServer.start("rotation-1", settings)) {
                settings.put("ROSTER_PUBLIC_URL", one.base().toString());
                try (var other = RosterServer.start("rotation-2", settings)) {
                    rotate(one, other);
                }
            }
        }
    }

    private static void rotate(RosterServer one, RosterServer other) throws InterruptedException {
        var going = new AtomicBoolean(true);
        var requests = new AtomicInteger();
        var failed = Collections.synchronizedList(new CopyOnWriteArrayList<String>());
        var threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            var signs = i % 2 == 0 ? one : other;
            var verifies = i < 2 ? one : other;
            threads.submit(() -> {
                var kept = FaultyRoster.token(signs.http());
                while (going.get()) {
                    var fresh = use(signs.http(), failed, requests);
                    for (var token : new String[] {kept, fresh}) {
                        var answer = verifies.http().get("/v1/me").bearer(token).send();
                        requests.incrementAndGet();
                        if (answer.status() != 200) {
                            failed.add(answer.toString());
                        }
                    }
                }
            });
        }
        var admin = FaultyRoster.token(one.http());
        for (int i = 0; i < ROTATIONS; i++) {
            Waiting.millis(2000);
            var node = i % 2 == 0 ? one : other;
            assertThat(node.http().post("/v1/signing-keys").bearer(admin).send().status())
                    .isEqualTo(201);
        }
        going.set(false);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        FaultyRoster.figure(
                "rotation keys=" + ROTATIONS + " nodes=2 requests=" + requests + " failed=" + failed.size());

        assertThat(failed).isEmpty();
        assertThat(requests.get()).isGreaterThan(100);
    }

    private static String use(Http http, java.util.List<String> failed, AtomicInteger requests) {
        var answer = http.post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "scope", "users:read")
                .send();
        requests.incrementAndGet();
        if (answer.status() != 200) {
            failed.add(answer.toString());
        }
        return answer.json().path("access_token").asText();
    }
}
