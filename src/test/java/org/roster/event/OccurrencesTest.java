package org.roster.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.caller.Caller;
import org.roster.event.Occurrences.Occurrence;
import org.roster.persistence.Transactions;

class OccurrencesTest {

    private static final UUID TENANT = UUID.randomUUID();

    private final List<String> told = new ArrayList<>();
    private final Occurrences occurrences = new Occurrences();
    private boolean away;

    @BeforeEach
    void wire() {
        occurrences.changes = new Changes() {
            @Override
            public void happened(
                    Caller by,
                    UUID tenant,
                    String type,
                    String subjectType,
                    UUID subject,
                    Map<String, @Nullable Object> facts) {
                told.add(type + facts);
            }
        };
        occurrences.transactions = new Transactions() {
            @Override
            public void run(Runnable work) {
                if (away) {
                    throw new IllegalStateException("no database");
                }
                work.run();
            }
        };
    }

    private void tell(String key, int times) {
        var one = occurrence("user.log_in_failed");
        for (int i = 0; i < times; i++) {
            occurrences.tell(key, 3, one, occurrence("tenant.log_in_failed"));
        }
    }

    private static Occurrence occurrence(String type) {
        return new Occurrence(Caller.system(TENANT, "test"), TENANT, type, "user", TENANT, Map.of());
    }

    @Test
    void soManyAreToldOneByOneAndTheRestInOne() {
        tell("a", 10);
        tell("b", 1);
        assertThat(told)
                .containsExactly(
                        "user.log_in_failed{}", "user.log_in_failed{}", "user.log_in_failed{}", "user.log_in_failed{}");
        told.clear();

        occurrences.tellRest(Duration.ZERO);

        assertThat(told).containsExactly("tenant.log_in_failed{more=7}");
        occurrences.tellRest(Duration.ZERO);
        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsNotOldEnoughIsStillCounted() {
        tell("a", 10);
        told.clear();

        occurrences.tellRest(Duration.ofHours(1));

        assertThat(told).isEmpty();
    }

    @Test
    void aNewMinuteBeginsAnewOnceTheRestIsTold() {
        tell("a", 4);
        occurrences.tellRest(Duration.ZERO);
        told.clear();

        tell("a", 1);

        assertThat(told).containsExactly("user.log_in_failed{}");
    }

    @Test
    void whatCannotBeWrittenIsToldLater() {
        tell("a", 5);
        told.clear();
        away = true;
        try {
            occurrences.tellRest(Duration.ZERO);
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no database");
        }
        away = false;

        occurrences.tellRest(Duration.ZERO);

        assertThat(told).containsExactly("tenant.log_in_failed{more=2}");
    }

    @Test
    void manyKeysAreCountedTogether() {
        for (int i = 0; i < 100_000; i++) {
            tell("key " + i, 1);
        }
        assertThat(told).hasSize(20_000 + 3);
        told.clear();

        occurrences.tellRest(Duration.ZERO);

        assertThat(told).containsExactly("tenant.log_in_failed{more=79997}");
    }
}
