package org.roster.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Words of one language, by key: a properties file in UTF-8, whose texts hold {@code {name}} where a value belongs. */
public final class Texts {

    private final Map<String, String> byKey = new TreeMap<>();

    private Texts() {}

    /** @param path of the file on the class path, without a slash before it */
    public static Texts read(String path) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new Texts();
        properties.stringPropertyNames().forEach(key -> texts.byKey.put(key, properties.getProperty(key)));
        return texts;
    }

    /** All of them, for a template. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(byKey);
    }

    /** @throws IllegalArgumentException when there is no such text */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no text " + key));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The same with a value in its place. */
    public String get(String key, String name, Object value) {
        return get(key).replace('{' + name + '}', String.valueOf(value));
    }
}
