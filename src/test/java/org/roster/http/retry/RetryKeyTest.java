package org.roster.http.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "abc | abc",
                "\"abc\" | abc",
                "' \"abc\" ' | abc",
                "8e03978e-40d5-43dd-bc93-6894a57f9324 | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"a\\\"b\\\\c\" | a\"b\\c",
                "a\"b | a\"b"
            })
    void aKeyIsReadBareAndInQuotes(String header, String key) {
        assertThat(RetryKey.read(List.of(header))).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "\"\"", "\"", "\"abc", "\"a\"b\"", "\"a\\b\"", "\"a\";p=1", "\u00fc", "a\tb"})
    void anythingElseIsNoKey(String header) {
        assertThat(RetryKey.read(List.of(header))).isEmpty();
    }

    @Test
    void aKeyHasAtMost255CharactersAndComesOnce() {
        assertThat(RetryKey.read(List.of("k".repeat(255)))).isPresent();
        assertThat(RetryKey.read(List.of("k".repeat(256)))).isEmpty();
        assertThat(RetryKey.read(List.of('"' + "k".repeat(256) + '"'))).isEmpty();
        assertThat(RetryKey.read(List.of("a", "b"))).isEmpty();
    }
}
