package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Device;
import org.roster.it.Http;
import org.roster.it.OpenRoster;
import org.roster.it.RosterServer;

/** What was once a secret is found in no row and in no log (R37). */
@ExtendWith(OpenRoster.class)
class SecretsAtRestIT {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    /** Of one password each, made elsewhere or with other parameters than today's. */
    private static final Map<String, String> OLD_HASHES = Map.of(
            "argon", "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$df2olmT7ckb02ks/97V3S3JeKEn/F4Lgl8Mya+8iFIw",
            "bcrypt", "$2b$10$abcdefghijklmnopqrstuuit36MY6GKPuIoArRsA4.ILn8Uw0cP0O",
            "pbkdf", "$pbkdf2-sha256$i=210000$MDEyMzQ1Njc4OWFiY2RlZg$YmL4CWfZGDRuPxiVe+844ZsdxTaF8ZzgpMps9jXWjIg");

    private static final String OLD_PASSWORD = "S3cure-passw0rd!";
    private static final Map<String, String> secrets = new LinkedHashMap<>();
    private static List<String> rows;
    private static String logs;

    @BeforeAll
    static void live() throws SQLException {
        var server = OpenRoster.server();
        live(server.http());
        rows = rows(server);
        logs = server.log() + server.console();
    }

    @Test
    void aLogInPutsAHashOfTodayInThePlaceOfAnOldOne() {
        OLD_HASHES.forEach((name, old) -> {
            var row = rows.stream()
                    .filter(one -> one.contains("rehashed" + name))
                    .filter(one -> one.contains("$argon2id$")) // the bytes of an event's salt may hold any sign
                    .toList();
            assertThat(row)
                    .as(name)
                    .singleElement()
                    .asString()
                    .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                    .doesNotContain(old);
        });
    }

    @Test
    void noSecretThatWasUsedRestsInARowOrInALog() {
        assertThat(rows).hasSizeGreaterThan(20); // the dump holds something to be found in
        assertThat(String.join("\n", rows)).contains("jane.secret@example.com");
        secrets.forEach((name, secret) -> {
            assertThat(rows).as(name).noneMatch(row -> row.contains(secret));
            assertThat(logs).as(name).doesNotContain(secret);
        });
    }

    /** A person's life with everything in it that is secret. */
    private static void live(Http http) {
        var admin = Credentials.token(http);
        OLD_HASHES.forEach((name, hash) -> {
            made(
                    http.post("/v1/users")
                            .bearer(admin)
                            .json(Map.of("username", "rehashed" + name, "passwordHash", hash))
                            .send(),
                    201);
            made(
                    http.post("/amani/api/v2/user/login")
                            .json(Map.of("username", "rehashed" + name, "password", OLD_PASSWORD))
                            .send(),
                    200);
        });
        keep("the bootstrap client's secret", Credentials.CLIENT_SECRET);
        keep("the administrator's password", Credentials.ADMIN_PASSWORD);
        keep("an access token", admin);

        var application = made(
                http.post("/v1/applications")
                        .bearer(admin)
                        .header("Idempotency-Key", "retry-of-an-application-41")
                        .json(Map.of("name", "app"))
                        .send(),
                201);
        keep("a client's key of a request", "retry-of-an-application-41");
        keep("a client secret", application.get("clientSecret").asText());
        var key = made(
                        http.post("/v1/api-keys")
                                .bearer(admin)
                                .header("Idempotency-Key", "retry-of-a-key-42")
                                .json(Map.of(
                                        "name", "key", "scopes", List.of("users:create", "users:read", "users:update")))
                                .send(),
                        201)
                .get("key")
                .asText();
        keep("an API key", key);

        var webhook = made(
                http.post("/v1/webhook-endpoints")
                        .bearer(admin)
                        .json(Map.of("url", "http://localhost:9000/", "events", List.of("permission.deleted")))
                        .send(),
                201);
        keep("a webhook's secret of before", webhook.get("secret").asText().substring(6));
        keep(
                "a webhook's secret",
                made(
                                http.post("/v1/webhook-endpoints/"
                                                + webhook.get("id").asText() + "/rotate-secret")
                                        .bearer(admin)
                                        .json("{}")
                                        .send(),
                                200)
                        .get("secret")
                        .asText()
                        .substring(6));

        var tenant = made(http.get("/v1/tenants/default").bearer(admin).send(), 200);
        var answer = made(
                http.post("/urac/admin/addUser?tCode=default&tId="
                                + tenant.get("objectId").asText())
                        .header("key", key)
                        .json(Map.of(
                                "username", "janesecret",
                                "firstName", "Jane",
                                "lastName", "Doe",
                                "email", "jane.secret@example.com",
                                "pin", Map.of("code", "pin-7391-8264", "allowed", true)))
                        .send(),
                200);
        assertThat(answer.path("result").asBoolean()).as(answer.toString()).isTrue();
        var invited = answer.get("data");
        keep("a pin", "pin-7391-8264");
        keep("the invitation that the administrator got", invited.get("token").asText());
        var id = http.get("/v1/users?username=janesecret")
                .bearer(admin)
                .send()
                .json()
                .at("/items/0/id")
                .asText();

        var mailed = mailedToken(http, admin);
        keep("the invitation that was mailed", mailed);
        keep("another client's key of a request", "retry-of-a-key-42");
        var first = "first passphrase of jane";
        keep("a password", first);
        made(
                http.post("/urac/resetPassword?token=" + mailed)
                        .header("key", key)
                        .json(Map.of("password", first, "confirmation", first))
                        .send(),
                200);

        assertThat(http.post("/v1/users/" + id + "/password-reset")
                        .bearer(admin)
                        .send()
                        .status())
                .isEqualTo(202);
        keep("a reset that was not used", mailedToken(http, admin));

        var tokens = made(
                http.post("/amani/api/v2/user/login")
                        .json(Map.of("username", "janesecret", "password", first))
                        .send(),
                200);
        keep("a person's access token", tokens.get("access").asText());
        keep("a refresh token", tokens.get("refresh").asText());
        secondFactor(http, tokens.get("access").asText(), first);
        keep("a wrong password", "wrong passphrase of jane");
        http.get("/v1/me").basic("janesecret", "wrong passphrase of jane").send();
    }

    private static void secondFactor(Http http, String token, String password) {
        var begun = made(
                http.post("/v1/me/second-factor")
                        .bearer(token)
                        .json(Map.of("password", password))
                        .send(),
                201);
        keep("a seed", begun.get("secret").asText());
        keep("an enrolment", begun.get("token").asText());
        var codes = made(
                        http.post("/v1/me/second-factor/confirmation")
                                .bearer(token)
                                .json(Map.of(
                                        "token",
                                        begun.get("token").asText(),
                                        "code",
                                        new Device(begun.get("secret").asText()).code(0)))
                                .send(),
                        200)
                .get("recoveryCodes");
        codes.forEach(code -> keep("recovery code " + code.asText(), code.asText()));
    }

    /** Nobody is to see this but whoever may set the password anyhow, and only while there is no SMTP server. */
    private static String mailedToken(Http http, String admin) {
        var mails = http.get("/v1/mails?limit=1").bearer(admin).send().json();
        var link = http.get("/v1/mails/" + mails.at("/items/0/id").asText())
                .bearer(admin)
                .send()
                .json()
                .get("link")
                .asText();
        Matcher token = TOKEN.matcher(link);
        assertThat(token.find()).as(link).isTrue();
        return token.group(1);
    }

    private static void keep(String name, String secret) {
        secrets.put(name, secret);
    }

    private static JsonNode made(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json();
    }

    /** Every row of every table, as text. */
    private static List<String> rows(RosterServer server) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = server.database()) {
            var tables = new ArrayList<String>();
            try (var found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"
                    })) {
                while (found.next()) {
                    var table = found.getString("TABLE_NAME");
                    if (!table.startsWith("flyway")) { // its name needs quotes that differ between databases
                        tables.add(table);
                    }
                }
            }
            for (var table : tables) {
                try (var statement = connection.createStatement();
                        var read = statement.executeQuery("select * from " + table)) {
                    while (read.next()) {
                        var row = new StringBuilder(table);
                        for (int i = 1; i <= read.getMetaData().getColumnCount(); i++) {
                            row.append('|').append(read.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
