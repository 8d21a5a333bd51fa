package org.roster.it.faults;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.RosterServer;

/** What these tests ask of a Roster. */
final class FaultyRoster {

    private FaultyRoster() {}

    static String token(Http http) {
        return Credentials.token(http);
    }

    static int status(RosterServer server, String path) {
        return server.http().get(path).send().status();
    }

    /** Whether requests are answered again: ready, and a create is a create. */
    static boolean works(RosterServer server, String token, String name) {
        try {
            return status(server, "/health/ready") == 200
                    && server.http()
                                    .post("/v1/users")
                                    .bearer(token)
                                    .json(Map.of("username", name + System.nanoTime()))
                                    .send()
                                    .status()
                            == 201;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    /** A create, or what comes before one, through each contract with a good credential: what it is called, and the request. */
    static List<Map.Entry<String, Supplier<Answer>>> requests(RosterServer server, String token, String apiKey) {
        var http = server.http();
        var name = "outage-" + System.nanoTime();
        return List.of(
                Map.entry("roster", () -> http.post("/v1/users")
                        .bearer(token)
                        .json(Map.of("username", name + "-a"))
                        .send()),
                Map.entry(
                        "roster GET",
                        () -> http.get("/v1/users?limit=1").bearer(token).send()),
                Map.entry("roster keyed", () -> http.post("/v1/users")
                        .bearer(token)
                        .header("Idempotency-Key", name)
                        .json(Map.of("username", name + "-b"))
                        .send()),
                Map.entry("oauth", () -> http.post("/oauth2/token")
                        .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                        .form("grant_type", "client_credentials")
                        .send()),
                Map.entry("ecosys", () -> http.post("/etc-backend/api/users")
                        .bearer(token)
                        .json(Map.of(
                                "username",
                                name + "-c",
                                "password",
                                "aVeryComplexP@ssw0rd!",
                                "first_name",
                                "Jane",
                                "last_name",
                                "Doe",
                                "email",
                                name + "-c@example.com"))
                        .send()),
                Map.entry("econtext", () -> http.post("/econtext/api/users/user")
                        .basic(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD)
                        .json(Map.of(
                                "name", "Jane Doe", "email", name + "-d@example.com", "password", "a new password"))
                        .send()),
                Map.entry("urac", () -> http.get("/urac/admin/users?limit=1&start=0")
                        .header("key", apiKey)
                        .send()),
                Map.entry("authservice", () -> http.post("/authservice/api/users")
                        .bearer(token)
                        .json(Map.of(
                                "name",
                                "John",
                                "lastName",
                                "Doe",
                                "email",
                                name + "-e@example.com",
                                "password",
                                "SecureP@ssw0rd"))
                        .send()),
                Map.entry("amani", () -> http.post("/amani/api/v2/user")
                        .bearer(token)
                        .json(Map.of("email", name + "-f@example.com", "password", "a good passphrase"))
                        .send()));
    }

    static String apiKey(RosterServer server, String token) {
        var made = server.http()
                .post("/v1/api-keys")
                .bearer(token)
                .json(Map.of("name", "faults-" + System.nanoTime(), "scopes", List.of("users:read", "users:create")))
                .send();
        return made.json().get("key").asText();
    }

    /** A line for docs/operate/reliability.md. */
    @SuppressWarnings("SystemOut")
    static void figure(String line) {
        System.out.println("fault: " + line);
    }
}
