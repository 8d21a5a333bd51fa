package org.roster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.caller.Caller;
import org.roster.event.Change;
import org.roster.event.EventType;
import org.roster.persistence.Transactions;

class StandingsTest {

    private static final UUID SOMEBODY = UUID.randomUUID();

    private final List<Runnable> afterwards = new ArrayList<>();
    private final Standings standings = new Standings();

    /** Whoever tries wrong passwords must not have everything read anew; the time would tell whom the name belongs to, too. */
    @ParameterizedTest
    @CsvSource({
        "user.logged_in,               false",
        "user.log_in_failed,           false",
        "tenant.log_in_failed,         false",
        "application.log_in_failed,    false",
        "application.access_refused,   false",
        "user.access_refused,          false",
        "user.updated,                 true",
        "user.left,                    true",
        "tenant.updated,               true",
        "application.updated,          true",
        "group.updated,                true",
    })
    void onlyWhatChangesSomethingIsReadAnew(String type, boolean anew) {
        standings.transactions = new Transactions() {
            @Override
            public void afterCommit(Runnable action) {
                afterwards.add(action);
            }
        };
        assertThat(EventType.of(type)).isPresent();

        standings.onChange(new Change(
                UUID.randomUUID(),
                Instant.EPOCH,
                SOMEBODY,
                type,
                type.substring(0, type.indexOf('.')),
                SOMEBODY,
                Map.of(),
                Map.of(),
                Caller.system(SOMEBODY, "test")));

        assertThat(!afterwards.isEmpty()).isEqualTo(anew);
    }
}
