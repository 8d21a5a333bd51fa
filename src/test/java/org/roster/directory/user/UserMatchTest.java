package org.roster.directory.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserMatchTest {

    private static final UUID ID = UUID.fromString("a3bc334a-f9f2-4797-aaa2-1440811c0ec0");

    private static User jane() {
        var wish = NewUser.of(UUID.randomUUID(), "hidden")
                .email("Jane@Example.com")
                .names("Jane", "Doe")
                .customData(Map.of("company", "Söhne & Co", "number", 5551, "other", "elsewhere"));
        return new User(ID, wish, null, Instant.EPOCH);
    }

    private static boolean finds(String text, String member) {
        return new UserMatch(text, member, Set.of()).finds(jane());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@", "EXAMPLE", "jane doe", "e D", "334A-f9f2", "söhne &", "SÖHNE", ""})
    void theTextIsFoundInAnyLetterCase(String text) {
        assertThat(finds(text, "company")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "elsewhere", "doe jane", "j.*e", "%", "a3bc334a f9f2"})
    void whatIsElsewhereIsNotFound(String text) {
        assertThat(finds(text, "company")).isFalse();
    }

    @Test
    void aNumberIsFoundAsItIsWritten() {
        assertThat(finds("5551", "number")).isTrue();
        assertThat(finds("5551", "missing")).isFalse();
    }

    @Test
    void theOthersAreFoundWhateverTheyAreCalled() {
        assertThat(new UserMatch("nothing like it", "company", Set.of(ID)).finds(jane()))
                .isTrue();
    }

    @Test
    void theFullNameIsTheOneToShowOrElseTheTwo() {
        var shown = NewUser.of(UUID.randomUUID(), "x").names("Jane", "Doe");
        shown.details().displayName("JD");

        assertThat(new User(ID, shown, null, Instant.EPOCH).fullName()).isEqualTo("JD");
        assertThat(jane().fullName()).isEqualTo("Jane Doe");
        assertThat(new User(ID, NewUser.of(UUID.randomUUID(), "x"), null, Instant.EPOCH).fullName())
                .isNull();
    }
}
