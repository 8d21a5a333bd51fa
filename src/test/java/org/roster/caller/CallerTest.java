package org.roster.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void aCallerGivesWhatItHolds() {
        var caller = caller(Scopes.USERS_READ);

        assertThat(caller.mayGive(Scopes.USERS_READ)).isTrue();
        assertThat(caller.mayGive(Scopes.USERS_DELETE)).isFalse();
        assertThat(caller.mayGive("reports:read")).isFalse();
    }

    @Test
    void theRightToGrantCoversOtherSystemsPermissionsOnly() {
        var caller = caller(Scopes.PERMISSIONS_GRANT);

        assertThat(caller.mayGive("reports:read")).isTrue();
        assertThat(caller.mayGive(Scopes.USERS_DELETE)).isFalse();
        assertThat(caller.mayGive(Scopes.PLATFORM)).isFalse();
    }

    @Test
    void rosterItselfHoldsEverything() {
        assertThat(Caller.system(new UUID(0, 1), "start").mayGive(Scopes.PLATFORM))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users:create", "a", "!#[]~"})
    void scopeTokensOfRfc6749AreWellFormed(String scope) {
        assertThat(Scopes.wellFormed(scope)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "\u00E4", "a\nb"})
    void othersAreNot(String scope) {
        assertThat(Scopes.wellFormed(scope)).isFalse();
    }

    @Test
    void aListIsSplitAtSpacesAndJoinedInOrder() {
        assertThat(Scopes.split("b  a b ")).containsExactly("b", "a");
        assertThat(Scopes.split("")).isEmpty();
        assertThat(Scopes.join(Set.of("b", "a"))).isEqualTo("a b");
    }

    private static Caller caller(String... scopes) {
        var id = new UUID(0, 1);
        return new Caller(id, Caller.Kind.CLIENT, id, "test", null, "test", Set.of(scopes), "test", "1");
    }
}
