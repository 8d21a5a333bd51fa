package org.roster.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files of the class path, in UTF-8. */
public final class Resources {

    private Resources() {}

    /** @param path from the root of the class path, without a slash before it */
    public static String text(String path) {
        try (var stream = Resources.class.getResourceAsStream('/' + path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no file " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
