package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.OpenRoster;

/** Whatever is over is gone from the database after a while, and nobody waits for its going (R43). */
@ExtendWith(OpenRoster.class)
class ExpiredRowsIT {

    private static final Map<String, String> KEYS = Map.of(
            "refresh_token", "token_hash",
            "revoked_token", "jti",
            "one_time_token", "token_hash",
            "wrong_try", "bucket",
            "known_place", "place",
            "idempotency_record", "id");
    private static final String PASSWORD = "a passphrase of somebody who expires";

    private static String admin;
    private static String user;

    @BeforeAll
    static void begin() {
        admin = token();
        user = http().post("/v1/users")
                .bearer(admin)
                .json(Map.of("username", "expires", "email", "expires@example.com", "password", PASSWORD))
                .send()
                .json()
                .get("id")
                .asText();
    }

    private static Http http() {
        return OpenRoster.server().http();
    }

    private static String token() {
        return Credentials.token(http());
    }

    private static int logIn() {
        return http().post("/amani/api/v2/user/login")
                .json(Map.of("username", "expires", "password", PASSWORD))
                .send()
                .status();
    }

    private static int takeBack() {
        return http().post("/oauth2/revoke")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("token", token())
                .send()
                .status();
    }

    /** One new row for each of the tables. */
    private static void live() {
        assertThat(logIn()).isEqualTo(200);
        assertThat(takeBack()).isEqualTo(200);
        assertThat(http().post("/v1/users/" + user + "/password-reset")
                        .bearer(admin)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .send()
                        .status())
                .isEqualTo(202);
        http().get("/v1/me").basic("expires", "not the passphrase").send();
    }

    private static void insert(Connection database, String name, Instant expires) throws SQLException {
        var day = Timestamp.from(expires.minus(Duration.ofDays(1)));
        var end = Timestamp.from(expires);
        var id = UUID.randomUUID().toString();
        run(
                database,
                "insert into refresh_token (token_hash, family_id, tenant_id, application_id, user_id, scopes, created_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, '', ?, ?)",
                name,
                id,
                id,
                id,
                id,
                day,
                end);
        run(database, "insert into revoked_token (jti, revoked_at, expires_at) values (?, ?, ?)", name, day, end);
        run(
                database,
                "insert into one_time_token (token_hash, tenant_id, user_id, purpose, created_at, expires_at)"
                        + " values (?, ?, ?, 'INVITATION', ?, ?)",
                name,
                id,
                user,
                day,
                end);
        run(
                database,
                "insert into wrong_try (bucket, failures, last_at, expires_at) values (?, 1, ?, ?)",
                name,
                day,
                end);
        run(
                database,
                "insert into known_place (user_id, place, seen_at, failures, failed_at) values (?, ?, ?, 0, ?)",
                user,
                name,
                day,
                day);
        run(
                database,
                "insert into idempotency_record (id, fingerprint, lease, leased_until, created_at, expires_at)"
                        + " values (?, '', '', ?, ?, ?)",
                name,
                end,
                day,
                end);
    }

    private static void run(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static List<String> tablesWith(Connection database, String name) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : KEYS.entrySet()) {
            try (var statement = database.prepareStatement(
                    "select 1 from " + table.getKey() + " where " + table.getValue() + " = ?")) {
                statement.setString(1, name);
                if (statement.executeQuery().next()) {
                    found.add(table.getKey());
                }
            }
        }
        return found;
    }

    @Test
    void rowsThatAreOverGoWhenNewOnesComeAndOthersStay() throws Exception {
        try (var database = OpenRoster.server().database()) {
            insert(database, "over", Instant.now().minus(Duration.ofDays(40)));
            insert(database, "good", Instant.now().plus(Duration.ofDays(40)));

            // A node sweeps once a minute at most, and may have done so just now.
            for (int i = 0; i < 80 && !tablesWith(database, "over").isEmpty(); i++) {
                live();
                TimeUnit.SECONDS.sleep(1);
            }

            assertThat(tablesWith(database, "over")).isEmpty();
            assertThat(tablesWith(database, "good")).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
        }
    }

    @Test
    void aLogInAndARevocationDoNotWaitForWhoHoldsRowsThatAreOver() throws Exception {
        try (var database = OpenRoster.server().database()) {
            insert(database, "held", Instant.now().minus(Duration.ofDays(40)));
            database.setAutoCommit(false);
            run(database, "update refresh_token set revoked_at = created_at where token_hash = 'held'");
            run(database, "update revoked_token set revoked_at = expires_at where jti = 'held'");

            assertThat(logIn()).isEqualTo(200);
            assertThat(takeBack()).isEqualTo(200);

            database.rollback();
        }
    }
}
