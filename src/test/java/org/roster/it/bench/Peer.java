package org.roster.it.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;

/** A server that is measured, and how its operations are asked for. */
interface Peer extends AutoCloseable {

    /** As many accounts log in, so that none waits for tries of its own. */
    int ACCOUNTS = 32;

    /** After how many users a page is far in; where there are fewer, it is one near their end. */
    int FAR = 100_000;

    String name();

    URI base();

    /** The operations by name, each with the request of a number; a token in them is good for some minutes. */
    Map<String, LongFunction<byte[]>> jobs();

    /** The CPU time that the server's processes have used since they started. */
    Duration cpu();

    /** The resident memory of the server's processes in MiB. */
    long memory();

    @Override
    void close();
}
