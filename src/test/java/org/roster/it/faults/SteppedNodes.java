package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.roster.it.Http;
import org.roster.it.Receiver;
import org.roster.it.RosterServer;

/** Two nodes on one MariaDB: the wall clock of one is right, as the database's is, that of the other steps. */
abstract class SteppedNodes {

    static final Duration HOUR_AHEAD = Duration.ofHours(1);
    static final Duration BEHIND = Duration.ofMinutes(-10);
    static final String PASSWORD = "a long enough passphrase";

    /** All of it at once, and then one request a second. */
    static final int QUOTA = 400;

    static SteppedClock clock;
    static KillableMariaDb database;
    static RosterServer right;
    static RosterServer stepped;
    static Receiver receiver;

    /** Good at both whatever their clocks say: an API key has no time. */
    static String apiKey;

    @BeforeAll
    static void start() {
        clock = new SteppedClock();
        database = new KillableMariaDb("clocks");
        receiver = new Receiver();
        var settings = new HashMap<>(database.settings(database.port()));
        settings.put("ROSTER_ACCESS_TOKEN_SECONDS", "3600");
        settings.put("ROSTER_WEBHOOK_TRUSTED_HOSTS", "localhost");
        settings.put("ROSTER_LIMIT_CLIENT", QUOTA + "/" + QUOTA);
        right = RosterServer.start("clock-right", settings);
        settings.put("ROSTER_PUBLIC_URL", right.base().toString());
        settings.putAll(clock.settings());
        stepped = RosterServer.start("clock-stepped", settings);
        apiKey = apiKey();
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable closeable : new AutoCloseable[] {stepped, right, receiver, database}) {
            try {
                if (closeable != null) {
                    closeable.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void set() {
        clock.step(Duration.ZERO);
    }

    static String apiKey() {
        var scopes = List.of("users:read", "users:create", "events:read", "webhooks:create", "webhooks:delete");
        var made = right.http()
                .post("/v1/api-keys")
                .bearer(FaultyRoster.token(right.http()))
                .json(Map.of("name", "clocks-" + System.nanoTime(), "scopes", scopes))
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("key").asText();
    }

    static Http.Call create(RosterServer node, String key, Map<String, ?> user) {
        return node.http().post("/v1/users").header("X-API-Key", key).json(user);
    }

    static String created(RosterServer node, Map<String, ?> user) {
        var made = create(node, apiKey, user).send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    /** An access token of a person. */
    static String logIn(RosterServer node, String name) {
        var answer = node.http()
                .post("/amani/api/v2/user/login")
                .json(Map.of("username", name, "password", PASSWORD))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("access").asText();
    }

    static int me(RosterServer node, String token) {
        return node.http().get("/v1/me").bearer(token).send().status();
    }

    static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void sql(String statement, String parameter) throws SQLException {
        try (var connection = database.connection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, parameter);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
