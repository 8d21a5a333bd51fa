package org.roster.contract.ecosys.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.token.GrantRefusal;

class EcosysClientCredentialsTest {

    private static TokenParameters form(String body) {
        return TokenParameters.read("application/x-www-form-urlencoded", body.getBytes(UTF_8));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    @Test
    void theHeaderIsTakenAsItIs() {
        assertThat(EcosysClientCredentials.of(basic("a%20b:c:d"), form("")))
                .isEqualTo(new EcosysClientCredentials("a%20b", "c:d"));
    }

    @Test
    void theFormGoesBeforeTheHeader() {
        assertThat(EcosysClientCredentials.of(basic("a:b"), form("client_id=c&client_secret=d")))
                .isEqualTo(new EcosysClientCredentials("c", "d"));
    }

    @Test
    void aPublicClientGivesNoSecret() {
        assertThat(EcosysClientCredentials.of(null, form("client_id=c")))
                .isEqualTo(new EcosysClientCredentials("c", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ???", "Basic YWI=", "Bearer YTpi"})
    void aHeaderThatNamesNoClientIsAsGoodAsNone(String header) {
        assertThatThrownBy(() -> EcosysClientCredentials.of(header, form("")))
                .isInstanceOfSatisfying(GrantRefusal.class, refusal -> assertThat(refusal.subject())
                        .isEqualTo("client_id"));
    }
}
