package org.roster.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.refusal.Refusal;

/** The client against raw sockets that behave as badly as they can. */
@Timeout(30)
class SafePostTest {

    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final String TRUSTED = "receiver.test";
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    static Path folder;

    private ServerSocket server;
    private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();

    @FunctionalInterface
    private interface Conversation {
        void hold(Socket socket) throws Exception;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @AfterAll
    static void end() {
        WATCH.shutdownNow();
    }

    @Test
    void theRequestIsAsItIsMeant() throws Exception {
        serve(answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"));

        var outcome = post(resolvingTo("127.0.0.1"), "/hook?a=b", Map.of("webhook-id", "x"), "{\"ä\":1}");

        assertThat(outcome).isEqualTo(new Outcome(200, null, null));
        assertThat(requests.poll(5, TimeUnit.SECONDS))
                .isEqualTo("POST /hook?a=b HTTP/1.1\r\nhost: " + TRUSTED + ":" + server.getLocalPort()
                        + "\r\nconnection: close\r\ncontent-length: 8\r\nwebhook-id: x\r\n\r\n{\"ä\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "200 OK, 200, -",
                "204 No Content, 204, -",
                "299, 299, -",
                "300 Many, 300, redirect",
                "302 Found, 302, redirect",
                "304 Not Modified, 304, redirect",
                "400 Bad, 400, status",
                "404, 404, status",
                "410 Gone, 410, gone",
                "500 Oh, 500, status"
            })
    void anAnswerIsItsStatus(String line, int status, String error) {
        serve(answering("HTTP/1.1 " + line + "\r\nlocation: http://127.0.0.1/\r\n\r\nbody"));

        assertThat(post(resolvingTo("127.0.0.1"))).isEqualTo(new Outcome(status, error, null));
    }

    @Test
    void interimAnswersArePassedOverAndTheWishToBeLeftAloneIsHeard() {
        serve(answering("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 503 No\r\nRetry-After: 120\r\n\r\n"));

        assertThat(post(resolvingTo("127.0.0.1"))).isEqualTo(new Outcome(503, "status", Duration.ofSeconds(120)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example ESMTP\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "SSH-2.0-x\n\n",
                "\r\n\r\n"
            })
    void whatIsNotHttpIsNotTakenForIt(String greeting) {
        serve(answering(greeting));

        assertThat(post(resolvingTo("127.0.0.1"))).isEqualTo(Outcome.failed("protocol"));
    }

    @Test
    void aHeadWithoutEndIsNotReadToItsEnd() {
        serve(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write("x-more: 1\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });

        assertThat(post(resolvingTo("127.0.0.1"))).isEqualTo(Outcome.failed("protocol"));
    }

    @Test
    void oneThatSpeaksSlowlyIsLeftAfterTheLimit() {
        serve(socket -> {
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write('H');
                Thread.sleep(50);
            }
        });

        assertTimesOut(false);
    }

    @Test
    void oneThatSaysNothingIsLeftAfterTheLimit() {
        serve(socket -> Thread.sleep(20_000));

        assertTimesOut(false);
    }

    @Test
    void oneThatHoldsUpTheHandshakeIsLeftAfterTheLimit() {
        serve(socket -> Thread.sleep(20_000));

        assertTimesOut(true);
    }

    @Test
    void oneThatHangsUpIsSaidToBe() {
        serve(Socket::close);

        assertThat(post(resolvingTo("127.0.0.1")).error()).isEqualTo("broken");
    }

    @Test
    void aCertificateMustBeVouchedForAndBeOfTheHost() throws Exception {
        var own = keys("own", "dns:" + TRUSTED);
        var other = keys("other", "dns:other.test");

        serve(secure(own, answering("HTTP/1.1 200 OK\r\n\r\n")));
        assertThat(post(trusting(own)).status()).isEqualTo(200);
        serve(secure(other, answering("HTTP/1.1 200 OK\r\n\r\n")));
        assertThat(post(trusting(other))).isEqualTo(Outcome.failed("tls"));
        serve(secure(own, answering("HTTP/1.1 200 OK\r\n\r\n")));
        assertThat(post(trusting(other))).isEqualTo(Outcome.failed("tls"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void aNameThatLeadsElsewhereWhenItIsUsedIsNotFollowed() {
        serve(answering("HTTP/1.1 200 OK\r\n\r\n"));
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var guard = guard(host -> new InetAddress[] {InetAddress.getByName(answers.remove())}, Set.of());

        var saved = guard.check("https://rebinding.example/");

        assertThat(post(guard, saved)).isEqualTo(Outcome.failed("forbidden_address"));
        assertThat(answers).isEmpty(); // and nobody has asked a third time
        assertThat(requests).isEmpty();
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        var guard = guard(
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")},
                Set.of());

        assertThatThrownBy(() -> guard.check("https://mixed.example/"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not public");
        assertThat(post(guard, guard.saved("https://mixed.example/"))).isEqualTo(Outcome.failed("forbidden_address"));
    }

    @Test
    void whatIsConnectedToIsWhatWasLookedAt() {
        // Nothing but the guard's resolver knows this name.
        serve(answering("HTTP/1.1 200 OK\r\n\r\n"));

        assertThat(post(resolvingTo("127.0.0.1")).status()).isEqualTo(200);
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedWithTheHintThatItMayPass() {
        var guard = guard(
                host -> {
                    throw new UnknownHostException(host);
                },
                Set.of());

        assertThatThrownBy(() -> guard.check("https://nowhere.example/"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("try again");
        assertThat(post(guard, guard.saved("https://nowhere.example/"))).isEqualTo(Outcome.failed("unresolvable"));
    }

    private void assertTimesOut(boolean tls) {
        var guard = guard(resolvingTo("127.0.0.1"), Set.of(TRUSTED));
        var to = guard.saved((tls ? "https://" : "http://") + TRUSTED + ":" + server.getLocalPort() + "/");
        long begun = System.nanoTime();

        assertThat(post(guard, to)).isEqualTo(Outcome.failed("timeout"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(LIMIT, LIMIT.plusSeconds(3));
    }

    private Outcome post(Guard.Resolver resolver) {
        return post(resolver, "/", Map.of(), "{}");
    }

    private Outcome post(Guard.Resolver resolver, String path, Map<String, String> headers, String body) {
        var guard = guard(resolver, Set.of(TRUSTED));
        var to = guard.saved("http://" + TRUSTED + ":" + server.getLocalPort() + path);
        return client(guard, (SSLSocketFactory) SSLSocketFactory.getDefault()).send(to, headers, body);
    }

    private Outcome post(SSLSocketFactory factory) {
        var guard = guard(resolvingTo("127.0.0.1"), Set.of(TRUSTED));
        var to = guard.saved("https://" + TRUSTED + ":" + server.getLocalPort() + "/");
        return new SafePost(guard, factory, WATCH, Duration.ofSeconds(20)).send(to, Map.of(), "{}");
    }

    private static Outcome post(Guard guard, Destination to) {
        return client(guard, (SSLSocketFactory) SSLSocketFactory.getDefault()).send(to, Map.of(), "{}");
    }

    private static SafePost client(Guard guard, SSLSocketFactory factory) {
        return new SafePost(guard, factory, WATCH, LIMIT);
    }

    private static Guard.Resolver resolvingTo(String address) {
        return host -> new InetAddress[] {InetAddress.getByName(address)};
    }

    private static Guard guard(Guard.Resolver resolver, Set<String> trusted) {
        var guard = new Guard(resolver);
        guard.settings = new WebhookSettings() {
            @Override
            Set<String> trustedHosts() {
                return trusted;
            }
        };
        return guard;
    }

    /** Holds one conversation. */
    private void serve(Conversation conversation) {
        var thread = new Thread(() -> {
            try (var socket = server.accept()) {
                conversation.hold(socket);
            } catch (SocketException e) {
                // The client has left.
            } catch (Exception e) {
                requests.add("failed: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads the request, notes it, and says this. */
    private Conversation answering(String answer) {
        return socket -> {
            var request = request(socket.getInputStream());
            requests.add(request);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        };
    }

    private static String request(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        String head;
        do {
            bytes.write(in.read());
            head = bytes.toString(StandardCharsets.ISO_8859_1);
        } while (!head.endsWith("\r\n\r\n"));
        int length = Integer.parseInt(head.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        bytes.write(in.readNBytes(length));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Conversation secure(KeyStore keys, Conversation conversation) {
        return socket -> {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            try (var secure = context.getSocketFactory().createSocket(socket, (InputStream) null, true)) {
                conversation.hold(secure);
            } catch (SSLException e) {
                // The client did not like it.
            }
        };
    }

    private static SSLSocketFactory trusting(KeyStore keys) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** A key with a certificate for this name, made by the platform's own tool. */
    private static KeyStore keys(String name, String subject) throws Exception {
        var file = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + subject,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        // A certificate beside its key is no anchor; one by itself is.
        keys.setCertificateEntry(name + "-anchor", keys.getCertificate(name));
        return keys;
    }
}
