package org.roster.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What differs between the servers that Roster runs on: how one is laid out and started, and where it says what. */
interface ServerHome {

    /** The server that this run of the tests is about, by the system property {@code roster.kind}, laid out in a fresh folder. */
    static ServerHome lay(Path folder) {
        return "wildfly".equals(System.getProperty("roster.kind")) ? new WildFlyHome(folder) : new LibertyHome(folder);
    }

    /** Settings of the environment that only this server has, such as a port of its own. */
    Map<String, String> settings();

    /** What starts it; Roster's own environment comes on top. */
    ProcessBuilder command();

    /** The log of the present run; it need not be there yet. */
    Path log();

    /** Whether the log says that the application did not start, so that nobody needs to wait for it. */
    boolean failed(String log);

    /** Where its probes and metrics answer. */
    URI probes(Map<String, String> environment);
}
