package org.roster.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection (RFC 9112) that sends a prepared request and reads the answer's status: as little work as
 * can be, since the measured servers share the machine with it.
 */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    /** A request as it goes over the wire. */
    static byte[] request(URI base, String method, String target, String headers, String body) {
        var bytes = body.getBytes(UTF_8);
        var head = method + ' ' + target + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n" + headers
                + (bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n";
        return (head + body).getBytes(UTF_8);
    }

    /** Sends a request and reads the whole answer. */
    int send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        while (true) {
            long size = Long.parseLong(line().split(";", 2)[0].trim(), 16);
            in.skipNBytes(size);
            line();
            if (size == 0) {
                return;
            }
        }
    }

    private String line() throws IOException {
        var text = new byte[8192];
        for (int length = 0; ; ) {
            int one = in.read();
            if (one < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (one == '\n') {
                return new String(text, 0, length > 0 && text[length - 1] == '\r' ? length - 1 : length, ISO_8859_1);
            }
            text[length++] = (byte) one;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
