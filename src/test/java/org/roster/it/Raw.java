package org.roster.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** Sends bytes as they are, for requests that no decent client can be made to send. */
public final class Raw {

    private final URI base;
    private Duration patience = Duration.ofSeconds(15);

    public Raw(URI base) {
        this.base = base;
    }

    public Raw patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Lines of a request; each gets its CRLF, and an empty line ends the head. */
    public String sendLines(String... lines) {
        return send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    /** What came back until the server closed the connection or said no more within the patience. */
    public String send(byte[] bytes) {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return readAll(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readAll(Socket socket) throws IOException {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, n, ISO_8859_1));
            }
        } catch (SocketTimeoutException silence) {
            // The connection was kept alive: the answer is what came so far.
        } catch (IOException reset) {
            if (text.isEmpty()) {
                throw reset;
            }
        }
        return text.toString();
    }
}
