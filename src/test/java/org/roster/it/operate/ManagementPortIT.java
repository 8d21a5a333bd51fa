package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Http;
import org.roster.it.Raw;

/** What the server says of itself, on the port that it was given; and a published document that is closed (R52). */
@Tag("liberty") // of Open Liberty's settings
@Tag("once")
@ExtendWith(GuardedRoster.class)
class ManagementPortIT {

    private static Http open() {
        return GuardedRoster.server().http();
    }

    private static Http management() {
        return GuardedRoster.server().probes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void healthIsOnThePortOfManagement(String path) {
        var answer = management().get(path).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("UP");
    }

    @Test
    void metricsAreOnThePortOfManagement() {
        var answer = management().get("/metrics").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("roster_requests_total{", "memory_usedHeap_bytes{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/metrics", "/metrics/", "/ibm/api", "/ibm/api/docs"})
    void thePublicPortHasNoneOfIt(String path) {
        assertNothingThere(open().get(path).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/ibm/api"})
    void thePublicPortHasNoneOfItForTheHostOfManagement(String path) {
        var host = "Host: localhost:" + management().base().getPort();

        var answer = new Raw(open().base()).sendLines("GET " + path + " HTTP/1.1", host, "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/me", "/oauth2/jwks", "/openapi", "/openapi/ui/"})
    void thePortOfManagementHasNothingOfRosters(String path) {
        assertThat(management().get(path).send().status()).isEqualTo(404);

        var host = "Host: localhost:" + open().base().getPort();
        var byTheOtherName =
                new Raw(management().base()).sendLines("GET " + path + " HTTP/1.1", host, "Connection: close");
        assertThat(byTheOtherName).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void thePortOfManagementIsTheMachinesOwn() throws IOException {
        var outer = outerAddress();
        Assumptions.assumeTrue(outer.isPresent(), "a machine without a network");

        assertThatThrownBy(() -> new Socket(outer.get(), management().base().getPort()).close())
                .isInstanceOf(ConnectException.class);
        new Socket(outer.get(), open().base().getPort()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/", "/openapi/ui", "/openapi/ui/", "/openapi/ui/index.html"})
    void aPublishedDocumentThatIsClosedIsNotThere(String path) {
        assertNothingThere(open().get(path).send());
    }

    @Test
    void nothingLeadsToAPublishedDocumentThatIsClosed() {
        assertNothingThere(open().get("/").send());
        assertThat(open().get("/authservice/v3/api-docs").send().status()).isEqualTo(404);
        assertThat(open().get("/authservice/swagger-ui.html").send().status()).isEqualTo(404);
        assertThat(open().get("/.well-known/oauth-authorization-server")
                        .send()
                        .json()
                        .has("service_documentation"))
                .isFalse();
    }

    private static void assertNothingThere(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("""
                {"type":"about:blank","title":"Not Found","status":404,"code":"not_found",\
                "detail":"there is nothing at this address"}""");
    }

    private static Optional<InetAddress> outerAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }
}
