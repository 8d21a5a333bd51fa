package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Http;

/** The log as collectors read it (R47): whatever is sent, each line is one object. */
@Tag("liberty") // of Open Liberty's log
@Tag("once")
@ExtendWith(GuardedRoster.class)
class JsonLogIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Http http() {
        return GuardedRoster.server().http();
    }

    @Test
    void everyLineOfConsoleAndLogIsOneObjectWhateverIsSent() {
        hostile();

        for (var text :
                List.of(GuardedRoster.server().console(), GuardedRoster.server().log())) {
            assertThat(text.lines().filter(line -> !line.isBlank()))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(object(line).isObject()).isTrue());
        }
    }

    @Test
    void aRefusalIsAnEntryWhoseMembersAreFields() {
        var id = hostile();

        for (Supplier<String> text :
                List.<Supplier<String>>of(() -> GuardedRoster.server().console(), () -> GuardedRoster.server()
                        .log())) {
            var refusal = text.get()
                    .lines()
                    .filter(line -> line.contains(id))
                    .map(JsonLogIT::object)
                    .filter(entry -> entry.path("module").asText().equals("roster.refusal"))
                    .map(entry -> object(entry.get("message").asText()))
                    .toList();

            assertThat(refusal).hasSize(1);
            assertThat(refusal.get(0).get("status").asInt()).isEqualTo(404);
            assertThat(refusal.get(0).get("contract").asText()).isEqualTo("roster");
            assertThat(refusal.get(0).get("path").asText())
                    .contains("${env.PATH}")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void theReadyBlockIsAnObjectWithoutTheSecretsThatWereGiven() {
        var ready = GuardedRoster.server()
                .console()
                .lines()
                .filter(line -> line.contains("roster_ready"))
                .map(JsonLogIT::object)
                .collect(Collectors.toList());

        assertThat(ready).hasSize(1);
        assertThat(ready.get(0).get("administrator").asText()).isEqualTo("admin");
        assertThat(ready.get(0).get("password").asText()).isEqualTo("(as set in the environment)");
    }

    /** A request with line breaks, escape sequences and a variable in whatever is logged; the id of its refusal. */
    private static String hostile() {
        // The first is refused before it is anybody's.
        http().get("/v1/%0d%0a%7b%22module%22:%22forged%22%7d%1b%5b31m").send();
        var path = "/v1/%22,%22module%22:%22forged%22%7d$%7Benv.PATH%7D%E2%80%A8?q=hidden";
        return http().get(path).send().header("X-Request-Id");
    }

    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no object: " + line, e);
        }
    }
}
