package org.roster.it.operate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that would rather speak HTTP/2, as browsers and the JDK's own client do unless told otherwise. */
@Tag("liberty") // of Open Liberty's settings
@Tag("once")
@ExtendWith(GuardedRoster.class)
class HttpVersionIT {

    @Test
    void whoOffersHttp2OverTlsIsAnsweredInHttp11() throws Exception {
        var base = GuardedRoster.server().secureBase();
        try (var socket =
                (SSLSocket) HardeningIT.trusting().getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            socket.getOutputStream()
                    .write("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
            assertThat(answer).startsWith("HTTP/1.1 401 ").contains("\"credential_missing\"");
        }
    }

    @Test
    void whoAsksToGoOnInHttp2IsAnsweredInHttp11() throws Exception {
        var client = HttpClient.newHttpClient();
        var me = HttpRequest.newBuilder(GuardedRoster.server().base().resolve("/v1/me"))
                .build();

        var answer = client.send(me, BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
