package org.roster.kit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of {@link Verify}. */
final class Options {

    /** A command line that says nothing that can be done; the message is for whoever wrote it. */
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    private @Nullable URI base;
    private @Nullable Path files;
    private boolean list;
    private boolean help;
    private final List<String> contracts = new ArrayList<>();
    private final List<String> only = new ArrayList<>();
    private final Map<String, String> given = new HashMap<>();

    private Options() {}

    static Options of(String... arguments) throws Misused {
        var options = new Options();
        var rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            options.take(rest.pop(), rest);
        }
        return options;
    }

    private void take(String name, Deque<String> rest) throws Misused {
        switch (name) {
            case "--help" -> help = true;
            case "--list" -> list = true;
            case "--base" -> base = address(value(name, rest));
            case "--contract" -> contracts.add(value(name, rest));
            case "--only" -> only.add(value(name, rest));
            case "--files" -> files = Path.of(value(name, rest));
            case "--set" -> set(value(name, rest));
            case "--variables" -> read(Path.of(value(name, rest)));
            default -> throw new Misused("There is no option " + name);
        }
    }

    private static String value(String name, Deque<String> rest) throws Misused {
        if (rest.isEmpty()) {
            throw new Misused(name + " needs a value");
        }
        return rest.pop();
    }

    private static URI address(String text) throws Misused {
        try {
            var address = new URI(text.replaceAll("/+$", ""));
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new Misused("--base needs an address such as https://users.example.com");
    }

    private void set(String pair) throws Misused {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new Misused("--set needs name=value"); // without the pair: it may be a secret
        }
        given.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private void read(Path file) throws Misused {
        try (var in = Files.newInputStream(file)) {
            var tree = KitFiles.JSON.readTree(in);
            tree.properties()
                    .forEach(variable ->
                            given.put(variable.getKey(), variable.getValue().asText()));
        } catch (IOException e) {
            throw new Misused("--variables needs a file with a JSON object of names and values; " + file + " is none");
        }
    }

    @Nullable
    URI base() {
        return base;
    }

    boolean list() {
        return list;
    }

    boolean help() {
        return help;
    }

    List<String> contracts() {
        return contracts;
    }

    Map<String, String> given() {
        return given;
    }

    KitFiles files() {
        return files == null ? KitFiles.onClassPath() : KitFiles.in(files);
    }

    boolean wants(KitExchange exchange) {
        return only.isEmpty() || only.stream().anyMatch(exchange.name()::startsWith);
    }
}
