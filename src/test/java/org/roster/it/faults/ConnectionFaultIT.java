package org.roster.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.RosterServer;

/** More requests wait, for their turn or for those who asked, than there are connections of the database: none is held meanwhile. */
class ConnectionFaultIT {

    /** More than the fifty connections of the pool. */
    private static final int MANY = 70;

    /** Of eight kilobytes each: a page of them does not fit into what the system keeps for a slow reader. */
    private static final int USERS = 500;

    private static final int SLOW = 8;

    private static RosterServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = RosterServer.start(
                "connections",
                Map.of(
                        "ROSTER_HASH_THREADS", "1",
                        "ROSTER_HASH_QUEUE", "200",
                        "ROSTER_ARGON2_MEMORY_KIB", "65536",
                        "ROSTER_ARGON2_ITERATIONS", "2"));
        token = FaultyRoster.token(server.http());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoWaitsForAHashHoldsNone() {
        var load = new Load(
                number -> server.http()
                        .post("/v1/users")
                        .bearer(token)
                        .json(Map.of("username", "waits-" + number, "password", "a password of good length"))
                        .send(),
                "waits-",
                MANY);
        try (load) {
            Waiting.until("answered", 30, () -> load.statuses.containsKey(503));

            assertThat(statusesOfReads()).isEqualTo(Map.of(200, 20));
        }
        assertThat(load.strange).isEmpty();
        assertThat(load.unanswered).hasValue(0);
    }

    @Test
    void whoTakesAnAnswerSlowlyHoldsNone() throws IOException {
        for (int i = 0; i < USERS; i++) {
            var answer = server.http()
                    .post("/v1/users")
                    .bearer(token)
                    .json(Map.of("username", "big-" + i, "customData", Map.of("text", "x".repeat(8000))))
                    .send();
            assertThat(answer.status()).isEqualTo(201);
        }
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(asked());
                assertThat(slow.get(i).getInputStream().read()).isEqualTo('H'); // the answer has begun
            }
            Waiting.millis(500);

            // All are free but what the work of the background takes for a moment.
            Waiting.until(
                    "all free",
                    10,
                    () -> gauge("connectionpool_freeConnections{datasource=\"jdbc_roster\"")
                            == gauge("connectionpool_managedConnections{datasource=\"jdbc_roster\""));
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static Map<Integer, Integer> statusesOfReads() {
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < 20; i++) {
            var answer = server.http().get("/v1/users?limit=1").bearer(token).send();
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        return statuses;
    }

    private static long gauge(String name) {
        return server.http()
                .get("/metrics")
                .send()
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    /** Somebody who has asked for four megabytes and takes nothing of it. */
    private static Socket asked() throws IOException {
        var base = server.http().base();
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        var head = List.of(
                "GET /v1/users?limit=1000 HTTP/1.1", "Host: " + base.getAuthority(), "Authorization: Bearer " + token);
        socket.getOutputStream().write((String.join("\r\n", head) + "\r\n\r\n").getBytes(ISO_8859_1));
        return socket;
    }
}
