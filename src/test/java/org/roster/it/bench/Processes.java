package org.roster.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used. */
final class Processes {

    private Processes() {}

    static List<ProcessHandle> withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** The database server that this run has started; its file is called {@code mariadbd}. */
    static List<ProcessHandle> database() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
                .toList();
    }

    static Duration cpu(List<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** In MiB; 0 where the system does not tell. */
    static long memory(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(Processes::kibibytes).sum() / 1024;
    }

    private static long kibibytes(ProcessHandle process) {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
