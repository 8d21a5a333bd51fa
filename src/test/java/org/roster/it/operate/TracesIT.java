package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.it.Credentials;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/** What a collector of traces is sent, where the environment names one. Texts stand in OTLP's messages as they are. */
@Tag("once")
class TracesIT {

    /** {@code abcdefghijklmnop} as a trace's id, so that it can be found among the bytes. */
    private static final String PARENT = "00-6162636465666768696a6b6c6d6e6f70-b7ad6b7169203331-01";

    private static Receiver collector;
    private static RosterServer server;

    @BeforeAll
    static void start() {
        collector = new Receiver();
        var endpoint = collector.at("/v1/traces", Receiver.status(200));
        server = RosterServer.start(
                "traces", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.substring(0, endpoint.indexOf("/v1/"))));
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.close();
    }

    @Test
    void spansSayWhatWasDoneAndForWhomButNothingPersonal() {
        var token = Credentials.token(server.http());
        var created = server.http()
                .post("/v1/users?dry_run=false&who=query-of-somebody")
                .bearer(token)
                .header("traceparent", PARENT)
                .header("User-Agent", "agent-of-somebody")
                .json(Map.of("username", "name-of-somebody", "password", "passphrase of somebody"))
                .send();
        assertThat(created.status()).isEqualTo(201);
        var id = created.json().get("id").asText();
        assertThat(server.http().get("/v1/users/" + id).bearer(token).send().status())
                .isEqualTo(200);
        assertThat(server.http().get("/nowhere/of-somebody").send().status()).isEqualTo(404);

        var sent = sent("NOT_FOUND");

        assertThat(sent)
                .contains("POST /oauth2/token", "POST /v1/users", "GET /v1/users/{id}", "http.response.status_code")
                .contains("abcdefghijklmnop", "wait for a hash", "transaction")
                .contains(
                        created.header("X-Request-Id"),
                        created.json().get("tenant").asText());
        assertThat(sent).doesNotContain("somebody", "127.0.0.1", id, token.substring(token.length() - 20));
    }

    /** All that has arrived, once this is part of it. */
    private static String sent(String last) {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            var all = collector.to("/v1/traces").stream()
                    .map(Receiver.Received::body)
                    .collect(Collectors.joining("\n"));
            if (all.contains(last) || Instant.now().isAfter(deadline)) {
                return all;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
