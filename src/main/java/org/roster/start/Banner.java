package org.roster.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.http.LogLine;
import org.roster.http.openapi.Publication;
import org.roster.system.PublicAddress;

/**
 * The block that the start prints. It goes to the console itself and not to {@code System.out}, which the server copies
 * into its log: a secret that is shown once must not rest there.
 */
@ApplicationScoped
class Banner {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String LINE = "-".repeat(78);

    @Inject
    PublicAddress publicAddress;

    @Inject
    Publication publication;

    @Inject
    @ConfigProperty(name = "WLP_LOGGING_CONSOLE_FORMAT")
    Optional<String> consoleFormat;

    /** Prints the block once requests are answered, since whoever reads it will send one. */
    void announce(String hashing, String signing, FirstStart.@Nullable Credentials credentials) {
        var url = publicAddress.url();
        var pages = publication.open() ? url + "/openapi/ui" : null;
        var block = jsonConsole()
                ? object(url, hashing, signing, credentials)
                : block(url, pages, hashing, signing, credentials);
        int port = publicAddress.httpPort();
        var announcer = new Thread(
                () -> {
                    awaitAnswers(port);
                    print(block);
                },
                "roster-announcer");
        announcer.setDaemon(true);
        announcer.start();
    }

    /** Whether the server writes an object a line to its console, so that nothing else belongs there. */
    private boolean jsonConsole() {
        return consoleFormat.filter(format -> format.equalsIgnoreCase("json")).isPresent();
    }

    private static void awaitAnswers(int port) {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/jwks"))
                .timeout(PATIENCE)
                .build();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                pause(); // nobody listens yet
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(String block) {
        try {
            // Not closed: the console is everybody's.
            new FileOutputStream(FileDescriptor.out).write(block.getBytes(Charset.defaultCharset()));
        } catch (IOException e) {
            System.getLogger(Banner.class.getName()).log(System.Logger.Level.WARNING, "there is no console", e);
        }
    }

    private static String block(
            String url,
            @Nullable String pages,
            String hashing,
            String signing,
            FirstStart.@Nullable Credentials credentials) {
        var lines = new ArrayList<String>(List.of("", LINE, "  Roster is ready      " + url));
        if (pages != null) {
            lines.add("  Swagger UI           " + pages);
        }
        lines.addAll(List.of("  Argon2id by          " + hashing, "  ES256 by             " + signing));
        if (credentials != null) {
            lines.addAll(List.of(
                    "",
                    "  First start. What is secret below is shown this once:",
                    "  Administrator        " + credentials.username(),
                    "  Password             " + shown(credentials.password(), credentials.passwordShown()),
                    "  Client id            " + credentials.clientId(),
                    "  Client secret        " + shown(credentials.clientSecret(), credentials.secretShown())));
        }
        lines.add(LINE);
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    /** The same as one object on a line, for a console that collectors read. */
    private static String object(
            String url, String hashing, String signing, FirstStart.@Nullable Credentials credentials) {
        var members = new LinkedHashMap<String, String>();
        members.put("type", "roster_ready");
        members.put("message", "Roster is ready");
        members.put("url", url);
        members.put("argon2id", hashing);
        members.put("es256", signing);
        if (credentials != null) {
            members.put("administrator", credentials.username());
            members.put("password", shown(credentials.password(), credentials.passwordShown()));
            members.put("clientId", credentials.clientId());
            members.put("clientSecret", shown(credentials.clientSecret(), credentials.secretShown()));
        }
        return LogLine.json(members) + System.lineSeparator();
    }

    private static String shown(String secret, boolean madeHere) {
        return madeHere ? secret : "(as set in the environment)";
    }
}
