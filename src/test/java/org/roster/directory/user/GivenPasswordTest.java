package org.roster.directory.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the password ends and the code begins. */
class GivenPasswordTest {

    @Test
    void sixDigitsBehindThePasswordAreTheCode() {
        assertThat(GivenPassword.of("a passphrase123456", null)).isEqualTo(new GivenPassword("a passphrase", "123456"));
    }

    @Test
    void aRecoveryCodeBehindThePasswordIsTheCode() {
        assertThat(GivenPassword.of("a passphraseabcde-fghij", null))
                .isEqualTo(new GivenPassword("a passphrase", "abcde-fghij"));
    }

    @Test
    void aCodeInItsOwnPlaceLeavesThePasswordAsItIs() {
        assertThat(GivenPassword.of("ends with 123456", " 654321 "))
                .isEqualTo(new GivenPassword("ends with 123456", "654321"));
    }

    @Test
    void aPasswordWithoutACodeHasNone() {
        assertThat(GivenPassword.of("a passphrase", null)).isEqualTo(new GivenPassword("a passphrase", null));
        assertThat(GivenPassword.of("123456", null)).isEqualTo(new GivenPassword("123456", null));
    }

    @Test
    void nothingOfItIsPrinted() {
        assertThat(GivenPassword.of("a passphrase123456", null)).hasToString("GivenPassword");
    }
}
