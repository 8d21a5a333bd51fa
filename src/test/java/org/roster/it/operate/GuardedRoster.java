package org.roster.it.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.roster.it.Folders;
import org.roster.it.RosterServer;

/** A Roster set up as {@code docs/operate} has it: its log in JSON, its secrets from files, its doors closed but one. */
public final class GuardedRoster implements BeforeAllCallback {

    static final String ADMIN_PASSWORD = "a password that a file holds";

    private static RosterServer server;

    static synchronized RosterServer server() {
        if (server == null) {
            server = RosterServer.start("guarded", settings(secrets()));
        }
        return server;
    }

    private static Map<String, String> settings(Path secrets) {
        return Map.of(
                "WLP_LOGGING_CONSOLE_FORMAT", "json",
                "WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO",
                "WLP_LOGGING_CONSOLE_SOURCE", "message",
                "WLP_LOGGING_MESSAGE_FORMAT", "json",
                "JVM_ARGS", "-XX:TieredStopAtLevel=1 -XX:-PrintWarnings",
                "VARIABLE_SOURCE_DIRS", secrets.toString(),
                "ROSTER_MANAGEMENT_PORT", String.valueOf(Folders.freePort()),
                "ROSTER_OPENAPI", "false",
                // Files come before these.
                "ROSTER_ADMIN_PASSWORD", "another password altogether");
    }

    /** A folder with a file for each secret, as an orchestrator mounts it. */
    private static Path secrets() {
        var folder = Folders.work("guarded-secrets");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ROSTER_ADMIN_PASSWORD"), ADMIN_PASSWORD);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(GuardedRoster.class))
                .getOrComputeIfAbsent("server", key -> server(), RosterServer.class);
    }
}
