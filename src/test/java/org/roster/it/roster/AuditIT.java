package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail verified at {@code /v1}, and exported and verified by a program that knows nothing of Roster. */
class AuditIT extends RosterApi {

    private static final Path PROGRAM = Path.of("docs/audit/VerifyAuditTrail.java");

    @TempDir
    Path folder;

    private Client client;

    @BeforeEach
    void aTrailOfAFewEvents() throws InterruptedException {
        client = clientOf(tenant(), "users:create", "users:update", "users:delete", "users:export", "events:read");
        var jane = made(
                        client.token(),
                        "/v1/users",
                        Map.of("username", "jane", "givenName", "Jané \"J\" \\ 杰", "customData", Map.of("a", "\n")))
                .get("id")
                .asText();
        http().patch("/v1/users/" + jane)
                .bearer(client.token())
                .mergePatch("{\"givenName\": \"Janet\"}")
                .send();
        sealed();
    }

    @Test
    void aGoodTrailIsFoundGood() {
        var found = verification("");

        assertThat(found.get("good").asBoolean()).isTrue();
        assertThat(found.get("findings")).isEmpty();
        assertThat(found.get("from").asLong()).isEqualTo(1);
        assertThat(found.get("next").isNull()).isTrue();
        assertThat(found.get("through").asLong())
                .isEqualTo(read("/v1/audit/checkpoint").get("sequence").asLong());
    }

    @Test
    void aCheckpointOfTheTrailIsGoodAndAnyOtherTextIsNot() {
        var checkpoint = read("/v1/audit/checkpoint").get("checkpoint").asText();

        assertThat(verification("?checkpoint=" + checkpoint).get("good").asBoolean())
                .isTrue();
        var parts = checkpoint.split("\\.");
        var other = clientOf(tenant(), "events:read");
        for (var forged : List.of("x", "a.b.c", parts[0] + "." + parts[1] + "." + "A".repeat(86), token())) {
            assertRefused(
                    http().get("/v1/audit/verification?checkpoint=" + forged)
                            .bearer(client.token())
                            .send(),
                    400,
                    "value_invalid");
        }
        assertRefused(
                http().get("/v1/audit/verification?checkpoint=" + checkpoint)
                        .bearer(other.token())
                        .send(),
                400,
                "value_invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "verification?from=0, from",
        "verification?limit=0, limit",
        "verification?limit=100001, limit",
        "export?from=x, from",
        "export?limit=1001, limit"
    })
    void aParameterOfTheWrongFormIsRefused(String address, String name) {
        var answer = http().get("/v1/audit/" + address).bearer(client.token()).send();

        assertRefused(answer, 400, "value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo(name);
    }

    @Test
    void anExportIsVerifiedByAProgramThatStandsAlone() throws Exception {
        var checkpoint = read("/v1/audit/checkpoint").get("checkpoint").asText();
        var key = http().get("/v1/audit/key").bearer(client.token()).send().text();
        var rows = exported();

        assertThat(rows.size()).isGreaterThanOrEqualTo(3);
        assertThat(run(rows, checkpoint, key)).isEqualTo("0 " + rows.size() + " rows, 0 wrong\n");

        int last = rows.size() - 1;
        var edited = new ArrayList<>(rows);
        edited.set(last, rows.get(last).replace("Janet", "Joan"));
        assertThat(run(edited, checkpoint, key))
                .isEqualTo("1 %d: its values or its actor are not what they were%n%1$d rows, 1 wrong%n"
                        .formatted(rows.size()));

        var renamed = new ArrayList<>(rows);
        renamed.set(last, rows.get(last).replace("\"user.updated\"", "\"user.joined\""));
        assertThat(run(renamed, checkpoint, key))
                .isEqualTo("1 %d: it is not the row that was sealed at this place%n%1$d rows, 1 wrong%n"
                        .formatted(rows.size()));

        var without = new ArrayList<>(rows);
        without.remove(1);
        assertThat(run(without, checkpoint, key))
                .isEqualTo(
                        "1 2: rows are missing or out of order: the next one is 3%n%d rows, 1 wrong%n".formatted(last));

        assertThat(run(rows.subList(0, rows.size() - 1), checkpoint, key))
                .startsWith("1 ")
                .contains(rows.size() + ": the trail ends before the checkpoint");
        assertThat(run(rows, checkpoint.substring(0, checkpoint.length() - 4) + "AAAA", key))
                .startsWith("1 ");
    }

    @Test
    void anErasedPersonLeavesATrailThatIsGoodEverywhere() throws Exception {
        var june = made(client.token(), "/v1/users", Map.of("username", "june", "givenName", "Juniper"))
                .get("id")
                .asText();
        sealed();
        var before = read("/v1/audit/checkpoint").get("checkpoint").asText();

        assertStatus(
                http().post("/v1/users/" + june + "/erasure")
                        .bearer(client.token())
                        .send(),
                204);
        sealed();

        assertThat(verification("?checkpoint=" + before).get("findings")).isEmpty();
        var rows = exported();
        assertThat(String.join("", rows)).doesNotContain("Juniper").doesNotContain("june");
        var key = http().get("/v1/audit/key").bearer(client.token()).send().text();
        assertThat(run(rows, before, key)).isEqualTo("0 " + rows.size() + " rows, 0 wrong\n");
    }

    @Test
    void anExportGoesOnWhereThePageEnded() {
        var all = exported();

        var first =
                http().get("/v1/audit/export?limit=2").bearer(client.token()).send();
        var rest = http().get("/v1/audit/export?from=3").bearer(client.token()).send();

        assertThat(first.header("Content-Type")).isEqualTo("application/x-ndjson;charset=utf-8");
        assertThat((first.text() + rest.text()).lines().toList()).isEqualTo(all);
        assertThat(((ObjectNode) json(all.get(0))).fieldNames()).toIterable().contains("salt", "link", "before");
    }

    private List<String> exported() {
        var answer = http().get("/v1/audit/export").bearer(client.token()).send();
        assertStatus(answer, 200);
        return answer.text().lines().toList();
    }

    private JsonNode verification(String query) {
        return read("/v1/audit/verification" + query);
    }

    private JsonNode read(String path) {
        var answer = http().get(path).bearer(client.token()).send();
        assertStatus(answer, 200);
        return answer.json();
    }

    /** Waits until all events of the tenant have their places. */
    private void sealed() throws InterruptedException {
        var until = Instant.now().plusSeconds(30);
        while (verification("").get("waiting").asLong() > 0) {
            assertThat(Instant.now()).as("the trail is sealed").isBefore(until);
            Thread.sleep(50);
        }
    }

    /** How the program ended, and what it printed. */
    private String run(List<String> rows, String checkpoint, String key) throws IOException, InterruptedException {
        var trail = Files.write(folder.resolve("trail.ndjson"), rows);
        var signed = Files.writeString(folder.resolve("checkpoint.txt"), checkpoint);
        var jwk = Files.writeString(folder.resolve("key.json"), key);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Dfile.encoding=UTF-8",
                        PROGRAM.toString(),
                        trail.toString(),
                        signed.toString(),
                        jwk.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " "
                + printed.lines()
                        .filter(line -> !line.startsWith("Picked up "))
                        .reduce("", (all, line) -> all + line + "\n");
    }
}
