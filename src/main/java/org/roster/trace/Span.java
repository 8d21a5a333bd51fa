package org.roster.trace;

/** Something that takes a while, from its beginning until it is closed, by the same thread. Nothing personal may be said of it. */
public interface Span extends AutoCloseable {

    /** One that nobody looks at. */
    Span NONE = new Span() {
        @Override
        public void say(String name, String value) {}

        @Override
        public void say(String name, long value) {}

        @Override
        public void rename(String name) {}

        @Override
        public void failed(String type) {}

        @Override
        public void close() {}
    };

    /** @param name as the semantic conventions of OpenTelemetry have it, or beginning with {@code roster.} */
    void say(String name, String value);

    void say(String name, long value);

    void rename(String name);

    /** It has come to a fault of Roster's own. */
    void failed(String type);

    @Override
    void close();
}
