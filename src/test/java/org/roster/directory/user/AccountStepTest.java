package org.roster.directory.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of what may happen to an account, and the page that shows it. */
class AccountStepTest {

    @Test
    void thePageShowsTheTableAsItIs() throws IOException {
        var page = Files.readString(Path.of("docs/accounts.md"));

        assertThat(page)
                .contains(Arrays.stream(AccountStep.values())
                        .map(AccountStepTest::row)
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @EnumSource(AccountStep.class)
    void thePersonOpensNothingThatAnAdministratorHasClosed(AccountStep step) {
        if (step.by() != AccountStep.By.ADMINISTRATOR) {
            assertThat(step.from()).doesNotContain(AccountState.INACTIVE, AccountState.LOCKED, AccountState.EXPIRED);
        }
        assertThat(step.from()).doesNotContain(AccountState.DELETED);
    }

    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void aLockIsTheStateWhateverElseTheAccountIs(UserStatus status) {
        assertThat(AccountState.of(status, true, true)).isEqualTo(AccountState.LOCKED);
        assertThat(AccountState.of(status, false, true)).isEqualTo(AccountState.EXPIRED);
        assertThat(AccountState.of(status, false, false).open()).isEqualTo(status.open());
    }

    private static String row(AccountStep step) {
        var by =
                switch (step.by()) {
                    case PERSON -> "the person";
                    case ADMINISTRATOR -> "an administrator";
                    case EITHER -> "either";
                };
        var from = step.from().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s |".formatted(step, by, from, step.to() == null ? "the same" : step.to());
    }
}
