package org.roster.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "JANE, jane",
        "\uFF2A\uFF21\uFF2E\uFF25, jane", // full width
        "stra\u00DFe, STRASSE",
        "\uFB01le, file", // ligature
        "Jose\u0301, jos\u00E9", // decomposed and composed
        "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2, \u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3", // final sigma
        "\u212Aelvin, kelvin"
    })
    void spellingsOfOneNameHaveOneKey(String one, String other) {
        assertThat(Names.fold(one)).isEqualTo(Names.fold(other));
    }

    @Test
    void accentsAreKeptApart() {
        assertThat(Names.fold("jose")).isNotEqualTo(Names.fold("jos\u00E9"));
    }

    @Test
    void foldingTwiceChangesNothing() {
        for (String name : new String[] {"\u0130stanbul", "\u1E9E", "\uFB03", "\u01C5", "\u0345\u03B1"}) {
            assertThat(Names.fold(Names.fold(name))).isEqualTo(Names.fold(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "jane.doe@example.com",
                "Jane Doe",
                "\u674E\u5C0F\u9F99",
                "\u0438\u0432\u0430\u043D",
                "o'neill",
                "user_1"
            })
    void ordinaryUsernamesAreTaken(String username) {
        assertThat(Names.faultOfUsername(username)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " jane",
                "jane ",
                "jane  doe",
                "ja\u0000ne",
                "ja\nne",
                "ja\u200Bne", // zero width space
                "ja\u202Ene", // right-to-left override
                "ja\uE000ne", // private use
                "ja\uDB40\uDC41ne", // tag letter
                "ja\u00A0ne", // no-break space
                "\u3164", // a letter that prints nothing
                "ja\uFE0Fne", // variation selector
                "j\u0430ne", // Cyrillic a among Latin letters
                "p\u03B1ul" // Greek alpha among Latin letters
            })
    void disguisedUsernamesAreRefused(String username) {
        assertThat(Names.faultOfUsername(username)).isPresent();
    }

    @Test
    void aUsernameOf129CharactersIsTooLong() {
        assertThat(Names.faultOfUsername("a".repeat(128))).isEmpty();
        assertThat(Names.faultOfUsername("a".repeat(129))).isPresent();
    }

    @Test
    void aUsernameThatFoldsToMoreThanItsColumnIsTooLong() {
        assertThat(Names.faultOfUsername("\uFDFA".repeat(10))).isPresent(); // 18 characters each, once folded
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.com", "j.d+tag@sub.example.co.uk", "a@xn--bcher-kva.example"})
    void ordinaryAddressesAreTaken(String email) {
        assertThat(Names.faultOfEmail(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jane",
                "a@b",
                "a@localhost",
                "\"a b\"@example.com",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "j\u0430ne@example.com",
                "jane@ex\u0430mple.com",
                "ja\u202Ene@example.com",
                "jane@example.com\r\nBcc: x@y.zz",
                "a@b.com,c@d.com",
                "jane@-example.com",
                "jane..doe@example.com",
                ".jane@example.com",
                "jane@example..com",
                "jane@@example.com",
                "jane@example.com "
            })
    void addressesThatMisleadAreRefused(String email) {
        assertThat(Names.faultOfEmail(email)).isPresent();
    }

    @Test
    void anAddressHasAtMost64CharactersBeforeTheAt() {
        assertThat(Names.faultOfEmail("a".repeat(64) + "@example.com")).isEmpty();
        assertThat(Names.faultOfEmail("a".repeat(65) + "@example.com")).isPresent();
    }

    @Test
    void aLineMayHoldJoinersButNoDirectionMarksOrBreaks() {
        assertThat(Names.singleLine("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"))
                .isTrue();
        assertThat(Names.singleLine("Jane\u202E")).isFalse();
        assertThat(Names.singleLine("Jane\nDoe")).isFalse();
        assertThat(Names.singleLine("Jane\u2028Doe")).isFalse();
    }
}
