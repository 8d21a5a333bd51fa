package org.roster.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST by HTTP/1.1 (RFC 9112) to an address that was looked at before: the platform's own client would ask for the
 * addresses of a name once more and connect to whatever it is told then. Nothing is followed, nothing kept of an answer but
 * its status, and all of it is over after the time limit, however slowly the other side speaks.
 */
final class SafePost {

    private static final int MOST_READ = 64 * 1024;
    private static final Duration LEAVE_TAKING = Duration.ofMillis(500);

    private final Guard guard;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService watch;
    private final Duration limit;

    /**
     * @param watch closes what takes too long
     * @param limit for all of it, the connection included, but for the name service
     */
    SafePost(Guard guard, SSLSocketFactory tls, ScheduledExecutorService watch, Duration limit) {
        this.guard = guard;
        this.tls = tls;
        this.watch = watch;
        this.limit = limit;
    }

    Outcome send(Destination to, Map<String, String> headers, String body) {
        var late = new AtomicBoolean();
        try (var socket = new Socket()) {
            var addresses = guard.addresses(to);
            var closing = watch.schedule(() -> close(socket, late), limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                // All of a name's addresses were looked at; the first is as good as any.
                socket.connect(new InetSocketAddress(addresses.get(0), to.port()), (int) limit.toMillis());
                return to.tls() ? overTls(socket, to, headers, body) : exchange(socket, to, headers, body);
            } finally {
                closing.cancel(false);
            }
        } catch (Guard.Forbidden e) {
            return Outcome.failed("forbidden_address");
        } catch (IOException e) {
            return Outcome.failed(late.get() ? "timeout" : word(e));
        }
    }

    private Outcome overTls(Socket socket, Destination to, Map<String, String> headers, String body)
            throws IOException {
        try (var secure = (SSLSocket) tls.createSocket(socket, to.host(), to.port(), true)) {
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return exchange(secure, to, headers, body);
        }
    }

    private static Outcome exchange(Socket socket, Destination to, Map<String, String> headers, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST " + to.path() + " HTTP/1.1\r\n");
        head.append("host: ").append(to.authority()).append("\r\nconnection: close\r\n");
        head.append("content-length: ").append(bytes.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(bytes);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
        var answer = AnswerHead.read(socket.getInputStream());
        takeLeave(socket);
        return Outcome.answered(answer.status(), answer.retryAfter());
    }

    /** Reads a little more, so that whoever answers is not cut off in the middle of it, and forgets it. */
    private static void takeLeave(Socket socket) {
        try {
            socket.setSoTimeout((int) LEAVE_TAKING.toMillis());
            skip(socket.getInputStream());
        } catch (IOException e) {
            // The answer was there already; how it ends changes nothing.
        }
    }

    private static void skip(InputStream in) throws IOException {
        var buffer = new byte[4096];
        for (int read = 0; read < MOST_READ; ) {
            int more = in.read(buffer);
            if (more < 0) {
                return;
            }
            read += more;
        }
    }

    /** The plain socket, below TLS, whose closing waits for nobody. */
    private static void close(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            // Then it is closed.
        }
    }

    private static String word(IOException e) {
        if (e instanceof UnknownHostException) {
            return "unresolvable";
        }
        if (e instanceof SocketTimeoutException) {
            return "timeout";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "refused";
        }
        if (e instanceof AnswerHead.Malformed) {
            return "protocol";
        }
        return e instanceof SSLException ? "tls" : "broken";
    }
}
