package org.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionalTest {

    @Test
    void noHeaderAndAnAsteriskAskForNothing() {
        assertThat(Conditional.ifMatch(null)).isNull();
        assertThat(Conditional.ifMatch("*")).isNull();
    }

    @Test
    void aTagAsksForItsVersion() {
        assertThat(Conditional.ifMatch("\"7\"")).isEqualTo(7);
    }

    @Test
    void aTagThatIsNotOursAsksForAVersionThatNeverIs() {
        assertThat(Conditional.ifMatch("\"abc\"")).isEqualTo(-1);
        assertThat(Conditional.ifMatch("W/\"7\"")).isEqualTo(-1);
        assertThat(Conditional.ifMatch("7")).isEqualTo(-1);
    }

    @Test
    void aStateIsUnchangedIfOneOfTheTagsIsIts() {
        assertThat(Conditional.unchanged("\"6\", W/\"7\"", 7)).isTrue();
        assertThat(Conditional.unchanged("\"6\"", 7)).isFalse();
        assertThat(Conditional.unchanged(null, 7)).isFalse();
    }
}
