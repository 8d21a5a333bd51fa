package org.roster.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A wall clock of one server that steps while it runs, by libfaketime (Debian: faketime), which reads the difference from a file at
 * each call. The monotonic clock goes on as it does when an operator or NTP sets the time. FAKETIME_FORCE_MONOTONIC_FIX must be off: it
 * makes the JVM's {@code Object.wait} return at once.
 */
final class SteppedClock {

    private static final List<Path> LIBRARIES = Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketime.so.1"))
            .toList();

    private final Path file;

    SteppedClock() {
        Assumptions.assumeTrue(library() != null, "libfaketime (Debian: faketime) is not installed here");
        try {
            file = Files.createTempFile("roster-clock", ".rc");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
        step(Duration.ZERO);
    }

    private static Path library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    }

    /** The environment of the server that it is for. */
    Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD", library().toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_NO_CACHE", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }

    /** From now on it is so far ahead of the right time, or behind it. */
    void step(Duration ahead) {
        try {
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "roster-clock", ".next");
            Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
