package org.roster.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small disk in memory, which can be full. Mounting one needs the rights of root; without them the test is skipped. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    SmallDisk(int megabytes) {
        try {
            folder = Files.createTempDirectory("roster-small-disk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int ended = run("mount", "-t", "tmpfs", "-o", "mode=777,size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(ended == 0, "a small disk can be mounted by root only");
    }

    Path folder() {
        return folder;
    }

    /** Takes what is left of it at once. */
    void fill() {
        fill(0);
    }

    /** Takes what is left of it at 64 MB/s, as others do who write to the same disk. */
    void fillUp() {
        fill(1);
    }

    private void fill(int pauseMillis) {
        var bytes = new byte[64 * 1024];
        try (var out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(bytes);
                Waiting.millis(pauseMillis);
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    /** Gives that back. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        run("umount", folder.toString());
        run("rmdir", folder.toString());
    }
}
