package org.roster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Sends the exchanges of one run, one after the other, and remembers what they save. */
public final class Runner {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final String base;
    private final Variables variables;

    public Runner(URI base, Variables variables) {
        this.base = base.toString().replaceAll("/+$", "");
        this.variables = variables;
    }

    /** Sends one exchange, unless something that it needs is not known. */
    public Outcome run(KitExchange exchange) {
        var missing = variables.missing(exchange.uses());
        if (!missing.isEmpty()) {
            return Outcome.skipped(exchange, missing);
        }
        try {
            return Outcome.of(exchange, AnswerCheck.of(exchange, variables, send(exchange.request())));
        } catch (IOException | IllegalArgumentException e) {
            var why = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            return Outcome.of(exchange, List.of(Difference.ofTexts("answer", "an answer", why)));
        }
    }

    private HttpResponse<byte[]> send(KitRequest request) throws IOException {
        var body = RequestBody.of(request, variables);
        var builder = HttpRequest.newBuilder(URI.create(base + variables.fillPath(request.path())))
                .timeout(ANSWER)
                .method(
                        request.method(),
                        body.bytes().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()));
        if (body.mediaType() != null) {
            builder.setHeader("Content-Type", body.mediaType());
        }
        request.headers().forEach((name, value) -> builder.setHeader(name, variables.fill(value)));
        if (!request.basic().isEmpty()) {
            var pair = request.basic().get(0) + ':' + request.basic().get(1);
            builder.setHeader(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(variables.fill(pair).getBytes(UTF_8)));
        }
        try {
            return client.send(builder.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
