package org.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.http.MappedHosts.Mapped;

class MappedHostsTest {

    @Test
    void eachHostNamesAContractATenantOrBoth() {
        assertThat(MappedHosts.parse(" Auth.Example.org = econtext ,b.example=urac@acme,c.example=@acme,, "))
                .isEqualTo(Map.of(
                        "auth.example.org", new Mapped("econtext", null),
                        "b.example", new Mapped("urac", "acme"),
                        "c.example", new Mapped(null, "acme")));
    }

    @Test
    void nothingIsMappedByAnEmptySetting() {
        assertThat(MappedHosts.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.example.org", "=econtext"})
    void anEntryOfAnotherFormStopsTheStart(String setting) {
        assertThatThrownBy(() -> MappedHosts.parse(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("host=contract");
    }
}
