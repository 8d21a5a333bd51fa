package org.roster.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends what Java cannot send, to processes of the test's own. */
final class Signals {

    private Signals() {}

    static void send(String name, long pid) {
        try {
            var ended = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + ended);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
