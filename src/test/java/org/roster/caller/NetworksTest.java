package org.roster.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::, 20010db800010002/64",
        "2001:db8:1:3::, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "localhost, elsewhere",
        "example.com, elsewhere",
        "'', elsewhere",
        "1.2.3.4.5:6:7, elsewhere"
    })
    void anAddressIsItsNetwork(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }
}
