package org.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final String PROXY = "10.0.0.7";

    @Test
    void anAddressThatIsNotTrustedIsTakenWhateverHeadersSay() {
        assertThat(address("203.0.113.1", Map.of("X-Forwarded-For", List.of("198.51.100.1"))))
                .isEqualTo("203.0.113.1");
    }

    @Test
    void aTrustedProxySaysWhoAsks() {
        assertThat(address(PROXY, Map.of("X-Forwarded-For", List.of("198.51.100.1"))))
                .isEqualTo("198.51.100.1");
        assertThat(address(PROXY, Map.of("Forwarded", List.of("for=\"[2001:db8::1]:4711\";proto=https"))))
                .isEqualTo("2001:db8::1");
    }

    @Test
    void whatStandsLeftOfAnAddressThatIsNotTrustedIsNotBelieved() {
        assertThat(address(PROXY, Map.of("X-Forwarded-For", List.of("192.0.2.66, 198.51.100.1, 10.0.0.9"))))
                .isEqualTo("198.51.100.1");
        assertThat(address(PROXY, Map.of("X-Forwarded-For", List.of("192.0.2.66", "198.51.100.1:4711"))))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressEndsTheChain() {
        assertThat(address(PROXY, Map.of("X-Forwarded-For", List.of("192.0.2.66, unknown, 10.0.0.9"))))
                .isEqualTo("10.0.0.9");
        assertThat(address(PROXY, Map.of())).isEqualTo(PROXY);
    }

    private static String address(String remote, Map<String, List<String>> headers) {
        var addresses = new ClientAddress();
        addresses.trustedProxies = "10\\.0\\.0\\.\\d+";
        addresses.read();
        return addresses.of((HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr")
                        ? remote
                        : Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()))));
    }
}
