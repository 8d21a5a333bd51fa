package org.roster.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Open Liberty: {@code server run}, in a user folder of its own. */
final class LibertyHome implements ServerHome {

    private static final String NAME = "roster";

    private final Path userFolder;
    private final Path serverFolder;

    LibertyHome(Path folder) {
        userFolder = folder;
        serverFolder = Folders.layServer(folder, NAME);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public ProcessBuilder command() {
        var script = Folders.windows() ? "server.bat" : "server";
        var command = new ProcessBuilder(
                Folders.liberty().resolve("bin").resolve(script).toString(), "run", NAME);
        var environment = command.environment();
        environment.keySet().removeIf(key -> key.startsWith("WLP_"));
        environment.put("WLP_USER_DIR", userFolder.toString());
        environment.put("JVM_ARGS", RosterServer.JVM);
        return command;
    }

    @Override
    public Path log() {
        return serverFolder.resolve("logs/messages.log");
    }

    @Override
    public boolean failed(String log) {
        return log.contains("CWWKZ0002E") || log.contains("CWWKZ0004E");
    }

    @Override
    public URI probes(Map<String, String> environment) {
        var port = environment.getOrDefault("ROSTER_MANAGEMENT_PORT", environment.get("ROSTER_HTTP_PORT"));
        return URI.create("http://localhost:" + port);
    }
}
