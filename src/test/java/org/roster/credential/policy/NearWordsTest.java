package org.roster.credential.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.constraint.Names;

class NearWordsTest {

    private static final NewPassword JANE = new NewPassword(
            new UUID(0, 1), "roster", 1, "jane.doe", "jdoe77@mail.example", List.of("Acme Bank", "Johanna"));

    private static final NearWords NEAR = new NearWords(JANE, List.of("Project Zephyr"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roster2026",
                "jane.doe1",
                "JaneDoe!",
                "acmebank",
                "Acme-Bank-99",
                "jdoe77",
                "zephyr1",
                "johanna1234"
            })
    void aPasswordOfLittleElseIsMadeUpOfThem(String password) {
        assertThat(NEAR.makeUp(Names.fold(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "abc", "a passphrase of jane", "zephyr blows in may", "johanna12345", ""})
    void oneWithMoreInItOrWithoutThemIsNot(String password) {
        assertThat(NEAR.makeUp(Names.fold(password))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "password,true",
        "iloveyou,true",
        "QWERTYUIOP,true",
        "trustno1,true",
        "12345678,true",
        "SecureP@ssw0rd,false",
        "aVeryComplexP@ssw0rd!,false",
        "a long enough passphrase,false"
    })
    void commonPasswordsAreKnownInWhateverCaseAndPublishedExamplesAreNoneOfThem(String password, boolean common) {
        assertThat(CommonPasswords.have(Names.fold(password))).isEqualTo(common);
    }

    @Test
    void theTenantsOwnLengthGoesBeforeWhatTheContractHasPublished() {
        var rules = new PasswordRules(12, null, 0, List.of(), java.util.Map.of("amani", 6));

        assertThat(rules.least("amani", 6, 15)).isEqualTo(6);
        assertThat(rules.least("urac", 1, 15)).isEqualTo(12);
        assertThat(rules.least("roster", null, 15)).isEqualTo(12);
        assertThat(PasswordRules.NONE.least("roster", null, 15)).isEqualTo(15);
        assertThat(PasswordRules.NONE.least("urac", 1, 15)).isEqualTo(1);
        assertThat(PasswordRules.NONE.strength(null)).isEqualTo(1);
        assertThat(PasswordRules.NONE.strength(1)).isZero();
    }
}
