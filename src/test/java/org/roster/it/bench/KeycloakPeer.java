package org.roster.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roster.it.Folders;
import org.roster.it.Http;
import org.roster.it.MariaDb;

/** An unpacked Keycloak on a database of the same server, in a realm of its own with the defaults but for brute force, which is off. */
final class KeycloakPeer implements Peer {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String PASSWORD = "S3cure-passw0rd!";
    private static final String TOKEN = "/realms/bench/protocol/openid-connect/token";
    private static final String USERS = "/admin/realms/bench/users";
    private static final int AT_ONCE = 200;

    private final Process process;
    private final URI base;
    private final int users;
    private final List<String> ids = new ArrayList<>();

    KeycloakPeer(Path home, int users) {
        this.users = users;
        int port = Folders.freePort();
        base = URI.create("http://127.0.0.1:" + port);
        process = start(home, port);
        realm();
        load();
    }

    private static Process start(Path home, int port) {
        var database = MariaDb.shared().newDatabase("keycloak");
        var url = database.get("ROSTER_DB_URL");
        var command = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--db=mariadb",
                        "--db-url=" + url.substring(0, url.indexOf('?')),
                        "--db-username=" + database.get("ROSTER_DB_USER"),
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + Folders.freePort(),
                        "--hostname-strict=false")
                .redirectErrorStream(true)
                .redirectOutput(Folders.work("keycloak.log").toFile());
        command.environment().put("KC_DB_PASSWORD", database.get("ROSTER_DB_PASSWORD"));
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            var started = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Processes.withChildren(started.toHandle())
                    .forEach(ProcessHandle::destroyForcibly)));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http http() {
        return new Http(base);
    }

    private String grant(String path, String... form) {
        return http().post(path).form(form).send().json().get("access_token").asText();
    }

    private void realm() {
        awaitMaster();
        var admin = grant(
                "/realms/master/protocol/openid-connect/token",
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                "admin",
                "password",
                "admin");
        send(admin, "/admin/realms", "{\"realm\":\"bench\",\"enabled\":true,\"accessTokenLifespan\":36000}");
        send(
                admin,
                "/admin/realms/bench/clients",
                "{\"clientId\":\"svc\",\"secret\":\"svc-secret\",\"serviceAccountsEnabled\":true,\"publicClient\":false}");
        send(
                admin,
                "/admin/realms/bench/clients",
                "{\"clientId\":\"login\",\"publicClient\":true,\"directAccessGrantsEnabled\":true}");
        var service = first(admin, "/admin/realms/bench/clients?clientId=svc");
        var account = read(admin, "/admin/realms/bench/clients/" + service + "/service-account-user")
                .get("id")
                .asText();
        var management = first(admin, "/admin/realms/bench/clients?clientId=realm-management");
        var role = read(admin, "/admin/realms/bench/clients/" + management + "/roles/realm-admin");
        send(admin, USERS + '/' + account + "/role-mappings/clients/" + management, "[" + role + "]");
        for (int i = 0; i < ACCOUNTS; i++) {
            send(
                    admin,
                    USERS,
                    ("{\"username\":\"login%d\",\"email\":\"login%1$d@example.com\",\"firstName\":\"L\",\"lastName\":\"U\","
                                    + "\"enabled\":true,\"emailVerified\":true,\"credentials\":[{\"type\":\"password\","
                                    + "\"value\":\"%s\",\"temporary\":false}]}")
                            .formatted(i, PASSWORD));
        }
    }

    private void awaitMaster() {
        var deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(deadline)) {
            try {
                if (http().get("/realms/master").send().status() == 200) {
                    return;
                }
            } catch (RuntimeException notYet) {
                // asked again
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        close();
        throw new IllegalStateException("Keycloak did not start; see keycloak.log");
    }

    private void send(String token, String path, String body) {
        var answer = http().post(path).bearer(token).json(body).send();
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + ' ' + answer);
        }
    }

    private JsonNode read(String token, String path) {
        return http().get(path).bearer(token).send().json();
    }

    private String first(String token, String path) {
        return read(token, path).get(0).get("id").asText();
    }

    private String token() {
        return grant(TOKEN, "grant_type", "client_credentials", "client_id", "svc", "client_secret", "svc-secret");
    }

    private void load() {
        var token = token();
        for (int from = 1; from <= users; from += AT_ONCE) {
            var some = IntStream.range(from, Math.min(from + AT_ONCE, users + 1))
                    .mapToObj(("{\"username\":\"u%07d\",\"email\":\"u%1$07d@example.com\",\"firstName\":\"F%1$d\","
                            + "\"lastName\":\"L%1$d\",\"enabled\":true}")::formatted)
                    .collect(Collectors.joining(","));
            send(
                    token,
                    "/admin/realms/bench/partialImport",
                    "{\"ifResourceExists\":\"SKIP\",\"users\":[" + some + "]}");
        }
        read(token, USERS + "?max=1000&briefRepresentation=true")
                .forEach(user -> ids.add(user.get("id").asText()));
    }

    private long any() {
        return ThreadLocalRandom.current().nextLong(users) + 1;
    }

    @Override
    public Map<String, LongFunction<byte[]>> jobs() {
        var bearer = "Authorization: Bearer " + token() + "\r\n";
        var names = "\"firstName\":\"Jane\",\"lastName\":\"Doe\",\"enabled\":true";
        var password = ",\"credentials\":[{\"type\":\"password\",\"value\":\"" + PASSWORD + "\",\"temporary\":false}]}";
        var jobs = new LinkedHashMap<String, LongFunction<byte[]>>();
        jobs.put(
                "create",
                n -> post(
                        USERS,
                        bearer + JSON,
                        "{\"username\":\"n%d\",\"email\":\"n%1$d@example.com\",".formatted(n) + names + "}"));
        jobs.put(
                "create with a password",
                n -> post(
                        USERS,
                        bearer + JSON,
                        "{\"username\":\"p%d\",\"email\":\"p%1$d@example.com\",".formatted(n) + names + password));
        jobs.put(
                "token",
                n -> post(TOKEN, FORM, "grant_type=client_credentials&client_id=svc&client_secret=svc-secret"));
        jobs.put(
                "log-in",
                n -> post(
                        TOKEN,
                        FORM,
                        "grant_type=password&client_id=login&username=login" + n % ACCOUNTS + "&password=" + PASSWORD));
        jobs.put("read by id", n -> get(USERS + '/' + ids.get((int) (any() % ids.size())), bearer));
        jobs.put("read by name", n -> get(USERS + "?exact=true&username=u%07d".formatted(any()), bearer));
        jobs.put(
                "search by prefix",
                n -> get(USERS + "?max=20&briefRepresentation=true&search=u%06d".formatted(any() / 10), bearer));
        jobs.put("first page of 20", n -> get(USERS + "?first=0&max=20&briefRepresentation=true", bearer));
        int far = Math.min(FAR, users - 100);
        jobs.put("page far in", n -> get(USERS + "?first=" + far + "&max=20&briefRepresentation=true", bearer));
        return jobs;
    }

    private byte[] get(String target, String headers) {
        return Connection.request(base, "GET", target, headers, "");
    }

    private byte[] post(String target, String headers, String body) {
        return Connection.request(base, "POST", target, headers, body);
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public Duration cpu() {
        return Processes.cpu(Processes.withChildren(process.toHandle()));
    }

    @Override
    public long memory() {
        return Processes.memory(Processes.withChildren(process.toHandle()));
    }

    @Override
    public void close() {
        var all = Processes.withChildren(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> one.onExit().join());
    }
}
