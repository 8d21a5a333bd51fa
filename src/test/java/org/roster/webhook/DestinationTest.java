package org.roster.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.refusal.Refusal;

class DestinationTest {

    private static final Set<String> TRUSTED = Set.of("hooks.internal");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.example.com",
                "//hooks.example.com/",
                "/path",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "file://hooks.example.com/etc/passwd",
                "gopher://hooks.example.com:25/_x",
                "jar:https://hooks.example.com/a!/b",
                "javascript:alert(1)",
                "mailto:a@example.com",
                "https:",
                "https://",
                "https:///path",
                "https:hooks.example.com",
                "https://:443/",
                "https://user@hooks.example.com/",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://hooks.example.com/#fragment",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://hooks.example.com /",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/a\r\nhost: b",
                "https://hooks.example.com/ä",
                "https://ex.ämple/",
                "https://127。0。0。1/",
                "https://hooks_example.com/",
                "https://-hooks.example.com/",
                "https://hooks..example.com/",
                "https://hooks.example.com./",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://2130706433/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://1.2.3.4.5/",
                "https://1.2.3.256/",
                "https://hooks.example.0x1/",
                "https://%31%32%37.0.0.1/",
                "https://[::1/",
                "https://[fe80::1%25eth0]/",
                "https://[v1.a]/",
                "https://hooks.example.com:25/",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:80/",
                "https://hooks.example.com:8080/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:x/",
                "http://hooks.internal:25/",
                "http://hooks.internal:1023/",
                "http://hooks.internal:65536/",
                "ftp://hooks.internal/"
            })
    void whatIsNoPlainAddressIsRefused(String url) {
        assertThatThrownBy(() -> Destination.of(url, TRUSTED))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.subject()).isEqualTo("url"));
    }

    @Test
    void aTooLongOneIsRefused() {
        var longest = "https://a.example/" + "x".repeat(2048 - 18);
        assertThat(Destination.of(longest, TRUSTED).path()).hasSize(2031);
        assertThatThrownBy(() -> Destination.of(longest + "x", TRUSTED)).isInstanceOf(Refusal.class);
    }

    @Test
    void anAddressIsTakenApart() {
        assertThat(Destination.of("https://Hooks.Example.com", TRUSTED))
                .isEqualTo(new Destination(true, "hooks.example.com", 443, "/"));
        assertThat(Destination.of("HTTPS://a.example:8443/x/?y=%20z&t=1", TRUSTED))
                .isEqualTo(new Destination(true, "a.example", 8443, "/x/?y=%20z&t=1"));
        assertThat(Destination.of("https://1.2.3.4/", TRUSTED)).isEqualTo(new Destination(true, "1.2.3.4", 443, "/"));
        assertThat(Destination.of("https://[2606:4700::1111]/", TRUSTED))
                .isEqualTo(new Destination(true, "2606:4700::1111", 443, "/"));
        assertThat(Destination.of("http://hooks.internal:8080/x", TRUSTED))
                .isEqualTo(new Destination(false, "hooks.internal", 8080, "/x"));
    }

    @Test
    void theHostHeaderHasAPortOnlyWhereItIsNotTheUsualOne() {
        assertThat(Destination.of("https://a.example/", TRUSTED).authority()).isEqualTo("a.example");
        assertThat(Destination.of("https://a.example:8443/", TRUSTED).authority())
                .isEqualTo("a.example:8443");
        assertThat(Destination.of("https://[2606:4700::1111]:8443/", TRUSTED).authority())
                .isEqualTo("[2606:4700::1111]:8443");
        assertThat(Destination.of("http://hooks.internal/?secret", TRUSTED).origin())
                .isEqualTo("http://hooks.internal");
    }
}
