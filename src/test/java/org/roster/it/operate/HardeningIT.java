package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/operate/hardening.md} says of the server, seen from outside. */
@Tag("liberty") // of Open Liberty's settings
@Tag("once")
@ExtendWith(GuardedRoster.class)
class HardeningIT {

    private static final byte HANDSHAKE = 0x16;

    /** Suites that each version may use. */
    private static final short[] SUITES = {
        (short) 0xc02f, (short) 0xc02b, (short) 0xc013, (short) 0xc014, 0x002f, 0x0035
    };

    @ParameterizedTest
    @CsvSource({"3.0, 0", "1.0, 1", "1.1, 2"})
    void aVersionBelowTls12IsRefused(String name, int minor) throws IOException {
        var answer = hello((byte) minor);

        assertThat(answer.length > 0 && answer[0] == HANDSHAKE).as(name).isFalse();
    }

    @Test
    void tls12IsAnswered() throws IOException {
        assertThat(hello((byte) 3)[0]).isEqualTo(HANDSHAKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theKeysOfAConnectionAreForgottenWithIt(String version) throws Exception {
        var base = GuardedRoster.server().secureBase();
        try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getSession().getCipherSuite()).matches("TLS_(ECDHE|AES|CHACHA20)_.*");
        }
    }

    @Test
    void aSecretInAFileCountsMoreThanOneInTheEnvironment() {
        var http = GuardedRoster.server().http();

        assertThat(http.get("/v1/me")
                        .basic("admin", GuardedRoster.ADMIN_PASSWORD)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAFileHoldsIsNotInTheLog() {
        assertThat(GuardedRoster.server().log() + GuardedRoster.server().console())
                .doesNotContain(GuardedRoster.ADMIN_PASSWORD);
    }

    /** The first bytes that are answered to the beginning of a connection that knows TLS 1.{@code minor - 1} at the most. */
    private static byte[] hello(byte minor) throws IOException {
        var body = ByteBuffer.allocate(256);
        body.put((byte) 3).put(minor).put(new byte[32]).put((byte) 0);
        body.putShort((short) (2 * SUITES.length));
        for (short suite : SUITES) {
            body.putShort(suite);
        }
        body.put((byte) 1).put((byte) 0);
        // Groups, point formats, and signatures: without them nobody agrees on a suite with forward secrecy.
        var extensions =
                new byte[] {0, 10, 0, 6, 0, 4, 0, 23, 0, 24, 0, 11, 0, 2, 1, 0, 0, 13, 0, 8, 0, 6, 4, 1, 4, 3, 8, 4};
        body.putShort((short) extensions.length).put(extensions).flip();
        var message = new ByteArrayOutputStream();
        int length = body.remaining();
        message.writeBytes(
                new byte[] {HANDSHAKE, 3, (byte) Math.min(minor, 1), 0, (byte) (length + 4), 1, 0, 0, (byte) length});
        message.write(body.array(), 0, length);
        var base = GuardedRoster.server().secureBase();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.toByteArray());
            return socket.getInputStream().readNBytes(7);
        }
    }

    static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        return context;
    }

    /** The server's certificate is one that it has made for itself. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
