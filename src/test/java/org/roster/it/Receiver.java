package org.roster.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks on the loopback, good or hostile, path by path, and what has arrived at it. */
public final class Receiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** One request as it came. */
    public record Received(String path, Map<String, List<String>> headers, String body, Instant at) {

        public String header(String name) {
            for (var header : headers.entrySet()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    return header.getValue().get(0);
                }
            }
            return null;
        }

        public JsonNode json() {
            try {
                return Http.JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }

        /** Whether one of its signatures is by this secret, as Standard Webhooks has it verified. */
        public boolean signedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var signed = header("webhook-id") + "." + header("webhook-timestamp") + "." + body;
                var wanted = "v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return List.of(header("webhook-signature").split(" ")).contains(wanted);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What a path does with the request, the number of which at this path is given. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of a path that does this; by the one name that the tests' Roster trusts. */
    public String at(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return "http://localhost:" + port() + path;
    }

    /** The address of a path that says 204 to everything. */
    public String at(String path) {
        return at(path, (exchange, number) -> exchange.sendResponseHeaders(204, -1));
    }

    public static Behaviour status(int status) {
        return (exchange, number) -> exchange.sendResponseHeaders(status, -1);
    }

    public List<Received> to(String path) {
        var found = new ArrayList<Received>();
        for (var received : all) {
            if (received.path().equals(path)) {
                found.add(received);
            }
        }
        return found;
    }

    /** What came to a path once there is so much; waits for it. */
    public List<Received> await(String path, int count) {
        var until = Instant.now().plus(PATIENCE);
        while (to(path).size() < count) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError(to(path).size() + " requests came to " + path + ", not " + count);
            }
            pause();
        }
        return to(path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number;
        synchronized (all) {
            all.add(new Received(path, Map.copyOf(exchange.getRequestHeaders()), body, Instant.now()));
            number = to(path).size();
        }
        try (exchange) {
            behaviours.getOrDefault(path, status(404)).answer(exchange, number);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
