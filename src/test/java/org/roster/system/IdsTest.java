package org.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void idsAreVersion7AndOrdered() {
        var ids = IntStream.range(0, 20_000).mapToObj(i -> Ids.next()).toList();

        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(ids).extracting(UUID::toString).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverGetTheSameId() {
        var seen = ConcurrentHashMap.<UUID>newKeySet();

        IntStream.range(0, 40_000).parallel().forEach(i -> seen.add(Ids.next()));

        assertThat(seen).hasSize(40_000);
    }

    @Test
    void anIdOfAGivenMomentTellsIt() {
        var moment = Instant.parse("2026-11-29T12:34:56.789123Z");
        var id = Ids.at(moment);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.instant(id.toString())).isEqualTo(moment.truncatedTo(ChronoUnit.MILLIS));
        assertThat(Ids.at(moment)).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "04a386a4-6129-823d-3437-0af63fffffff, false",
        "04a386a4-6129-f23d-7437-0af63fffffff, false",
        "04a386a4-6129-823d-8037-0af63fffffff, false",
        "04a386a4-6129-823d-8137-0af63fffffff, true",
        "04a386a4-6129-823d-8437-0af63fffffff, true",
        "04a386a4-6129-723d-3437-0af63fffffff, true",
        "04a386a4-6129-423d-f437-0af63fffffff, true",
        "00000000-0000-0000-0000-000000000000, true",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, true"
    })
    void anIdOfElsewhereIsKeptUnlessMariaDbTakesItForNone(UUID id, boolean kept) {
        assertThat(Ids.keepable(id)).isEqualTo(kept);
    }

    @Test
    void theShortFormHas25CharactersAndComesBack() {
        for (var id : new UUID[] {new UUID(0, 0), new UUID(-1, -1), new UUID(1, -2), Ids.next()}) {
            assertThat(Ids.shortForm(id)).matches("[0-9A-Z]{25}");
            assertThat(Ids.parseShort(Ids.shortForm(id))).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "ZZZZZZZZZZZZZZZZZZZZZZZZZ", "03ha4l5nxmujvf3nkbja3vmga", "03HA4L5NXMUJVF3NKBJA3VMG-"})
    void otherTextsAreNoShortForm(String text) {
        assertThat(Ids.parseShort(text)).isEmpty();
    }

    @Test
    void aUuidIsTakenInItsCanonicalFormOnly() {
        var id = Ids.next();

        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
        assertThat(Ids.parse("1-2-3-4-5")).isEmpty();
        assertThat(Ids.parse(id.toString().replace("-", ""))).isEmpty();
        assertThat(Ids.parse("000000001-0002-0003-0004-00000000005")).isEmpty();
    }

    @Test
    void anAliasOf24DigitsIsFoundAgainByItsRange() {
        for (int i = 0; i < 1000; i++) {
            var id = Ids.next();

            var range = Ids.range(Ids.objectId(id)).orElseThrow();

            assertThat(Ids.keptObjectId(id)).isNull();
            assertThat(Long.compareUnsigned(range.get(0).getLeastSignificantBits(), id.getLeastSignificantBits()))
                    .isNotPositive();
            assertThat(Long.compareUnsigned(range.get(1).getLeastSignificantBits(), id.getLeastSignificantBits()))
                    .isNotNegative();
            assertThat(range).allMatch(end -> end.getMostSignificantBits() == id.getMostSignificantBits());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5551aca9e179c39b760f7a1a", "000000000000000000000000", "ffffffffffffffffffffffff"})
    void anIdMadeForAnAliasHasThatAlias(String alias) {
        var id = Ids.ofObjectId(alias).orElseThrow();

        assertThat(Ids.objectId(id)).isEqualTo(alias);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.ofObjectId(alias.toUpperCase(Locale.ROOT))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5551aca9e179c39b760f7a1", "5551aca9e179c39b760f7a1aa", "5551aca9e179c39b760f7a1g"})
    void otherTextsAreNoAlias(String text) {
        assertThat(Ids.ofObjectId(text)).isEmpty();
        assertThat(Ids.range(text)).isEmpty();
    }

    @Test
    void theAliasOfAnIdOfAnotherVersionIsKept() {
        var id = UUID.fromString("ec48dad3-ca61-4d74-a584-3ee3db4708ef");

        assertThat(Ids.keptObjectId(id)).isEqualTo(Ids.objectId(id)).matches("[0-9a-f]{24}");
    }

    @Test
    void anIdTellsTheMomentOfItsMaking() {
        var before = System.currentTimeMillis();

        var made = Ids.instant(Ids.next().toString());

        assertThat(made.toEpochMilli()).isBetween(before, System.currentTimeMillis() + 1000);
        assertThat(Ids.instant("no id")).isEqualTo(java.time.Instant.EPOCH);
    }
}
