package org.roster.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server itself says, apart from any contract. */
class ServerIT extends Deployed {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void healthIsUp(String path) {
        var answer = server().probes().get(path).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("UP");
    }

    @Tag("liberty") // WildFly has no Swagger UI, and its metrics are on its management port
    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/ui/", "/metrics"})
    void theOperatorsPagesAreThere(String path) {
        assertThat(http().get(path).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/openapi", "/no/such/path"})
    void noAnswerNamesItsSoftware(String path) {
        var headers = http().get(path).send().headers().map();

        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
        assertThat(headers.keySet()).noneMatch(name -> name.contains("openliberty"));
    }

    @Test
    void aRequestThatIsNotHttpIsRefusedWithoutInternals() {
        var answer = raw().sendLines("GET / HTTP/1.1", "Host : localhost", "\0: x");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("com.ibm");
    }

    @Tag("liberty") // WildFly has no MicroProfile Metrics
    @Test
    void theMetricsSayWhatHashesAndWhatSigns() {
        var metrics = http().get("/metrics").send().text();

        assertThat(metrics)
                .containsPattern("roster_argon2id\\{implementation=\"(libsodium|Bouncy Castle)\"[^}]*} 1")
                .containsPattern("roster_es256\\{[^}]*provider=\"[A-Za-z]+\"[^}]*} 1")
                .contains("roster_password_hashes_waiting");
    }
}
