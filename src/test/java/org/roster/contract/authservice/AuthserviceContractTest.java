package org.roster.contract.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.http.Claim;
import org.roster.http.Failure;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class AuthserviceContractTest {

    private static final AuthserviceContract CONTRACT = new AuthserviceContract();

    @ParameterizedTest
    @CsvSource({
        "/api/users, REMAINDER",
        "/api, REMAINDER",
        "/api/auth/login, REMAINDER",
        "/v3/api-docs, OWN_PATH",
        "/swagger-ui.html, OWN_PATH"
    })
    void itTakesWhatIsLeftOfTheBareAddresses(String path, Claim claim) {
        assertThat(CONTRACT.claimsBare(path, false)).contains(claim);
        assertThat(CONTRACT.mounted(path)).isEqualTo("/authservice" + path);
    }

    @Test
    void itTakesNothingElse() {
        for (String path : new String[] {"/", "/apis", "/v1/users", "/v3", "/etc-backend/api"}) {
            assertThat(CONTRACT.claimsBare(path, false)).isEqualTo(Optional.empty());
            assertThat(CONTRACT.mounted(path)).isEqualTo(path);
        }
        assertThat(CONTRACT.mounted("/authservice/api/users")).isEqualTo("/authservice/api/users");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceAndAName(Reason reason) {
        var words = AuthserviceContract.words(Failure.of(new Refusal(reason, null, "why")), "POST");

        assertThat(words.message()).isNotBlank();
        assertThat(words.detail()).endsWith("Exception");
    }

    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void everyKindHasAStatusOfFailure(Failure.Kind kind) {
        assertThat(AuthserviceContract.status(Failure.of(kind, "why")).getStatusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aTakenAddressHasOtherWordsForAChange() {
        var failure = Failure.of(new Refusal(Reason.EMAIL_TAKEN, "email", "why"));

        assertThat(AuthserviceContract.words(failure, "POST").message())
                .isEqualTo("El nombre de usuario ya está en uso");
        assertThat(AuthserviceContract.words(failure, "PUT").message())
                .isEqualTo("El email ya está en uso por otro usuario");
    }
}
