package org.roster.it.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import org.roster.it.Credentials;
import org.roster.it.RosterServer;

/** Roster through {@code /v1} and {@code /oauth2}, with the memory and the hash parameters that Keycloak comes with. */
final class RosterPeer implements Peer {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String PASSWORD = "S3cure-passw0rd!";

    private final RosterServer server;
    private final int users;
    private final String far;

    /** @param users how many there are to begin with */
    RosterPeer(int users) {
        this.users = users;
        // The tests' servers run without the second compiler; this one runs as its users run it.
        server = RosterServer.start(
                "bench", Map.of("JVM_ARGS", "", "ROSTER_ARGON2_MEMORY_KIB", "7168", "ROSTER_ARGON2_ITERATIONS", "5"));
        create(
                "{\"username\":\"pattern\",\"email\":\"pattern@example.com\",\"givenName\":\"Jane\",\"familyName\":\"Doe\"}");
        for (int i = 0; i < ACCOUNTS; i++) {
            create("{\"username\":\"login%d\",\"email\":\"login%1$d@example.com\",\"password\":\"%s\"}"
                    .formatted(i, PASSWORD));
        }
        load();
        far = cursor(FAR);
    }

    private void create(String body) {
        var made = server.http().post("/v1/users").bearer(token()).json(body).send();
        if (made.status() != 201) {
            throw new IllegalStateException(made.toString());
        }
    }

    private String token() {
        return Credentials.token(server.http());
    }

    /** Many users like the one that was created, by the database itself; they have no events. */
    private void load() {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            var columns = new ArrayList<String>();
            try (var all = connection.getMetaData().getColumns(connection.getCatalog(), null, "user_account", null)) {
                while (all.next()) {
                    columns.add(all.getString("COLUMN_NAME"));
                }
            }
            var values = columns.stream().map(RosterPeer::value).toList();
            statement.execute("insert into user_account (%s) select %s from user_account u join seq_1_to_%d s"
                            .formatted(String.join(", ", columns), String.join(", ", values), users)
                    + " where u.username = 'pattern'");
            for (var name : new String[] {"username", "email"}) {
                statement.execute("insert into login_name (tenant_id, name_key, user_id, is_username, is_email)"
                        + " select tenant_id, " + name + "_key, id, " + name.equals("username") + ", "
                        + name.equals("email") + " from user_account where username like 'u0%'");
            }
            statement.execute("analyze table user_account, login_name");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(String column) {
        return switch (column) {
            case "id" ->
                "concat('01900000-', lpad(hex(seq div 65536), 4, '0'), '-7000-8000-', lpad(hex(seq), 12, '0'))";
            case "username", "username_key" -> "concat('u', lpad(seq, 7, '0'))";
            case "email", "email_key" -> "concat('u', lpad(seq, 7, '0'), '@example.com')";
            case "given_name" -> "concat('F', seq)";
            case "given_name_key" -> "concat('f', seq)";
            case "family_name" -> "concat('L', seq)";
            case "family_name_key" -> "concat('l', seq)";
            default -> "u." + column;
        };
    }

    private static String id(long number) {
        return "01900000-%04x-7000-8000-%012x".formatted(number / 65_536, number);
    }

    private long any() {
        return ThreadLocalRandom.current().nextLong(users) + 1;
    }

    @Override
    public Map<String, LongFunction<byte[]>> jobs() {
        var bearer = "Authorization: Bearer " + token() + "\r\n";
        var grant = "grant_type=client_credentials&client_id=" + Credentials.CLIENT_ID + "&client_secret="
                + Credentials.CLIENT_SECRET;
        var names = "\"givenName\":\"Jane\",\"familyName\":\"Doe\"}";
        var jobs = new LinkedHashMap<String, LongFunction<byte[]>>();
        jobs.put(
                "create",
                n -> post(
                        "/v1/users",
                        bearer + JSON,
                        "{\"username\":\"n%d\",\"email\":\"n%1$d@example.com\",".formatted(n) + names));
        jobs.put(
                "create with a password",
                n -> post(
                        "/v1/users",
                        bearer + JSON,
                        "{\"username\":\"p%d\",\"email\":\"p%1$d@example.com\",\"password\":\"%s\","
                                        .formatted(n, PASSWORD)
                                + names));
        jobs.put("token", n -> post("/oauth2/token", FORM, grant));
        jobs.put(
                "log-in",
                n -> post(
                        "/authservice/api/auth/login",
                        JSON,
                        "{\"email\":\"login%d@example.com\",\"password\":\"%s\"}".formatted(n % ACCOUNTS, PASSWORD)));
        jobs.put("read by id", n -> get("/v1/users/" + id(any()), bearer));
        jobs.put("read by name", n -> get("/v1/users?username=u%07d".formatted(any()), bearer));
        jobs.put("search by prefix", n -> get("/v1/users?limit=20&prefix=u%06d".formatted(any() / 10), bearer));
        jobs.put("first page of 20", n -> get("/v1/users?limit=20", bearer));
        jobs.put("page far in", n -> get("/v1/users?limit=20&cursor=" + far, bearer));
        return jobs;
    }

    /** Where a page begins that comes after so many users, or after as many as there are but the last of them. */
    private String cursor(int after) {
        var token = token();
        var cursor = "";
        int left = Math.min(after, users - 100);
        while (left > 0) {
            int some = Math.min(left, 1000);
            cursor = server.http()
                    .get("/v1/users?limit=" + some + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .bearer(token)
                    .send()
                    .json()
                    .get("next")
                    .asText();
            left -= some;
        }
        return cursor;
    }

    /** What less than cannot be, in the same run. */
    String floor(Duration time) {
        return new Floor(server, time).measured();
    }

    private byte[] get(String target, String headers) {
        return Connection.request(base(), "GET", target, headers, "");
    }

    private byte[] post(String target, String headers, String body) {
        return Connection.request(base(), "POST", target, headers, body);
    }

    @Override
    public String name() {
        return "Roster";
    }

    @Override
    public URI base() {
        return server.base();
    }

    @Override
    public Duration cpu() {
        return Processes.cpu(server.processes());
    }

    @Override
    public long memory() {
        return Processes.memory(server.processes());
    }

    @Override
    public void close() {
        server.close();
    }
}
