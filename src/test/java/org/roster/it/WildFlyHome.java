package org.roster.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** WildFly: {@code standalone.sh}, in a base folder of its own, configured once by the script that its users run. */
final class WildFlyHome implements ServerHome {

    private static Path configured;

    private final Path base;

    WildFlyHome(Path folder) {
        base = folder;
        Folders.delete(folder);
        Folders.copy(configured(), folder);
        Folders.copy(Folders.builtWildFly().resolve("standalone/deployments"), folder.resolve("deployments"));
    }

    /** A base folder whose standalone.xml the script has changed; made by the first server of a run. */
    private static synchronized Path configured() {
        if (configured == null) {
            var folder = Folders.work("configured");
            Folders.delete(folder);
            Folders.copy(Folders.wildFly().resolve("standalone/configuration"), folder.resolve("configuration"));
            var command = script("jboss-cli", "--file=" + Folders.builtWildFly().resolve("roster.cli"));
            command.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + folder);
            run(command, folder);
            configured = folder;
        }
        return configured;
    }

    private static void run(ProcessBuilder command, Path folder) {
        var output = folder.resolveSibling(folder.getFileName() + ".log");
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("WildFly was not configured, see " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder script(String name, String... arguments) {
        var command = new ProcessBuilder(Folders.wildFly()
                .resolve("bin")
                .resolve(name + (Folders.windows() ? ".bat" : ".sh"))
                .toString());
        command.command().addAll(List.of(arguments));
        var environment = command.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBOSS_HOME", Folders.wildFly().toString());
        // The drivers' module beside WildFly's own, which are shared by all servers and only read.
        environment.put(
                "JBOSS_MODULEPATH",
                Folders.wildFly().resolve("modules")
                        + File.pathSeparator
                        + Folders.builtWildFly().resolve("modules"));
        return command;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("ROSTER_MANAGEMENT_PORT", String.valueOf(Folders.freePort()));
    }

    @Override
    public ProcessBuilder command() {
        var command = script("standalone", "-Djboss.server.base.dir=" + base);
        var environment = command.environment();
        environment.remove("JAVA_OPTS");
        environment.put(
                "RUN_CONF", Folders.builtWildFly().resolve("bin/roster.conf").toString());
        environment.put("ROSTER_JVM_ARGS", RosterServer.JVM);
        return command;
    }

    @Override
    public Path log() {
        return base.resolve("log/server.log");
    }

    @Override
    public boolean failed(String log) {
        return log.contains("WFLYSRV0026");
    }

    @Override
    public URI probes(Map<String, String> environment) {
        return URI.create("http://localhost:" + environment.get("ROSTER_MANAGEMENT_PORT"));
    }
}
