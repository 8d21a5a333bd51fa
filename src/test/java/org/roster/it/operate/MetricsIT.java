package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.TwoNodes;

/** What is counted, and what is not. Other tests have used the same nodes, so differences are looked at. */
@Tag("liberty") // WildFly has no MicroProfile Metrics
@ExtendWith(TwoNodes.class)
class MetricsIT {

    private static final int TIMES = 3;

    private static Http http() {
        return TwoNodes.one().http();
    }

    private static double metric(String name, String... labels) {
        return Metrics.sum(http(), name, labels);
    }

    private static String token() {
        return Credentials.token(http());
    }

    private static void rises(DoubleSupplier counter, double by, Runnable act) {
        var before = counter.getAsDouble();
        act.run();
        assertThat(counter.getAsDouble()).isEqualTo(before + by);
    }

    @Test
    void aRequestIsCountedByItsContractAndStatus() {
        rises(() -> metric("roster_requests_total", "contract=\"econtext\"", "status=\"2xx\""), TIMES, () -> {
            for (int i = 0; i < TIMES; i++) {
                http().get("/econtext/api/ping").send();
            }
        });
        rises(() -> metric("roster_requests_total", "contract=\"econtext\"", "status=\"4xx\""), 1, () -> http().get(
                        "/econtext/api/users")
                .send());
    }

    @Test
    void aRequestIsOneOfTheHistogramOfItsContract() {
        rises(
                () -> metric("roster_request_seconds_bucket", "contract=\"econtext\"", "le=\"+Inf\""),
                1,
                () -> http().get("/econtext/api/ping").send());
    }

    @Test
    void aTokenIsCounted() {
        rises(() -> metric("roster_tokens_issued_total"), 1, MetricsIT::token);
    }

    @Test
    void aRefusalIsCountedByItsReason() {
        rises(() -> metric("roster_refusals_total", "why=\"NOT_ACCEPTABLE\""), 1, () -> http().get("/v1/users")
                .bearer(token())
                .header("Accept", "image/png")
                .send());
    }

    @Test
    void aUserIsCountedOnceItIsThereAndNotWhenItIsOnlyTried() {
        var name = "counted-" + Long.toString(System.nanoTime(), 36);
        var user = "{\"username\": \"" + name + "\"}";
        DoubleSupplier created = () -> metric("roster_events_total", "type=\"user.created\"");
        var token = token();

        rises(created, 0, () -> {
            assertThat(http().post("/v1/users?dry_run=true")
                            .bearer(token)
                            .json(user)
                            .send()
                            .status())
                    .isEqualTo(200);
        });
        rises(created, 1, () -> {
            assertThat(http().post("/v1/users")
                            .bearer(token)
                            .header("Idempotency-Key", name)
                            .json(user)
                            .send()
                            .status())
                    .isEqualTo(201);
            http().post("/v1/users").bearer(token).json(user).send();
        });
    }
}
