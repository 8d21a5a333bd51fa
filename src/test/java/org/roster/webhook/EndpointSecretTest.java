package org.roster.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSecretTest {

    /** Of the published libraries of Standard Webhooks and of Svix. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265330 | {\"test\": 2432232314}"
                        + " | v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "plJ3nmyCDGBKInavdOK15jsl | msg_loFOjxBNrRLzqYUf | 1731705121 |"
                        + " {\"event_type\":\"ping\",\"data\":{\"success\":true}}"
                        + " | v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
            })
    void aSignatureIsThePublishedOne(String secret, String id, long second, String body, String signature) {
        var at = Instant.ofEpochSecond(second).plusMillis(999);

        assertThat(EndpointSecret.sign(Base64.getDecoder().decode(secret), id, at, body))
                .isEqualTo(signature);
    }
}
