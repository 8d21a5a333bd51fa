package org.roster.it;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One server for all tests of a run: started by the first that needs it, stopped after the last. */
public final class SharedRoster implements BeforeAllCallback {

    private static RosterServer server;

    static synchronized RosterServer server() {
        if (server == null) {
            // All tests come from one address, and many of them give wrong passwords. Receivers of webhooks are on this
            // machine too, under the one name that is trusted, and nobody has hours for what fails.
            server = RosterServer.start(
                    "shared",
                    Map.of(
                            "ROSTER_LOGIN_FAILURES_PER_ADDRESS",
                            "1000000",
                            "ROSTER_WEBHOOK_TRUSTED_HOSTS",
                            "localhost",
                            "ROSTER_WEBHOOK_RETRY_SECONDS",
                            "1 1 2"));
        }
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // In the store of the whole run, which closes what it holds when the run ends.
        context.getRoot()
                .getStore(Namespace.create(SharedRoster.class))
                .getOrComputeIfAbsent("server", key -> SharedRoster.server(), RosterServer.class);
    }
}
