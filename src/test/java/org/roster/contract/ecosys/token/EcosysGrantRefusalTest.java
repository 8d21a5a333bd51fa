package org.roster.contract.ecosys.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.contract.ecosys.EcosysOAuthError;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

class EcosysGrantRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "unknown, Cannot decrypt the refresh token",
        "client,  Token is not linked to client",
        "expired, Token has expired",
        "revoked, Token has been revoked"
    })
    void aRefreshTokenThatIsNoGoodIsA401ThatSaysWhy(String subject, String hint) {
        var refusal = new GrantRefusal(GrantError.INVALID_GRANT, "x", subject);

        assertThat(EcosysGrantRefusal.status(refusal)).isEqualTo(Status.UNAUTHORIZED);
        assertThat(EcosysGrantRefusal.body(refusal))
                .isEqualTo(new EcosysOAuthError(
                        "invalid_request", "The refresh token is invalid.", hint, "The refresh token is invalid."));
    }

    @Test
    void aWrongPasswordIsA400WithoutAHint() {
        var refusal = new GrantRefusal(GrantError.INVALID_GRANT, "x", "username");

        assertThat(EcosysGrantRefusal.status(refusal)).isEqualTo(Status.BAD_REQUEST);
        assertThat(EcosysGrantRefusal.body(refusal)).isEqualTo(EcosysOAuthError.invalidGrant());
    }

    @ParameterizedTest
    @EnumSource(
            value = GrantError.class,
            names = {"INVALID_CLIENT", "UNAUTHORIZED_CLIENT"})
    void aClientThatMayNotIsChallengedInTheSchemeThatItTried(GrantError error) {
        var refusal = new GrantRefusal(error, "x", null);

        assertThat(EcosysGrantRefusal.status(refusal)).isEqualTo(Status.UNAUTHORIZED);
        assertThat(EcosysGrantRefusal.challenge(refusal, "Basic YTpi")).isEqualTo("Basic realm=\"OAuth\"");
        assertThat(EcosysGrantRefusal.challenge(refusal, "Bearer x")).isEqualTo("Bearer realm=\"OAuth\"");
        assertThat(EcosysGrantRefusal.challenge(refusal, "")).isNull();
    }

    @Test
    void aLongScopeComesBackShortened() {
        var refusal = new GrantRefusal(GrantError.INVALID_SCOPE, "x", "s".repeat(1000));

        assertThat(EcosysGrantRefusal.body(refusal).hint()).isEqualTo("Check the `" + "s".repeat(128) + "` scope");
    }
}
