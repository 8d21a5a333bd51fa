package org.roster.http.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.http.Failure;
import org.roster.http.Failure.Kind;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class SettlingFilterTest {

    @Test
    void whatSaysThatSomethingWasDoneIsKept() {
        assertThat(SettlingFilter.kept(201, null)).isTrue();
        assertThat(SettlingFilter.kept(303, null)).isTrue();
        assertThat(SettlingFilter.kept(400, null)).isFalse();
        assertThat(SettlingFilter.kept(500, null)).isFalse();
    }

    @Test
    void refusalsOfTheDirectoryAreKeptInWhateverStatusAContractSaysThem() {
        assertThat(SettlingFilter.kept(409, refused(Reason.USERNAME_TAKEN))).isTrue();
        assertThat(SettlingFilter.kept(200, refused(Reason.USERNAME_TAKEN))).isTrue();
        assertThat(SettlingFilter.kept(403, refused(Reason.RIGHTS_EXCEEDED))).isFalse();
        assertThat(SettlingFilter.kept(200, refused(Reason.RATE_LIMITED))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatTheDirectoryHasNotDecidedIsNotKept(Kind kind) {
        assertThat(SettlingFilter.kept(200, Failure.of(kind, "why"))).isFalse();
    }

    private static Failure refused(Reason reason) {
        return Failure.of(new Refusal(reason, null, "why"));
    }
}
