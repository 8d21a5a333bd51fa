package org.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
