package org.roster.it;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server behind TLS, below a path of its host, whose operator lets one-time tokens out and takes access tokens from addresses:
 * for all tests of what such settings do. It has no SMTP server, and a database that a test can look into.
 */
public final class OpenRoster implements BeforeAllCallback {

    private static RosterServer server;

    public static synchronized RosterServer server() {
        if (server == null) {
            server = RosterServer.startTogether(
                            "open",
                            1,
                            Map.of(
                                    "ROSTER_URAC_EXPOSE_TOKENS", "true",
                                    "ROSTER_URAC_ACCESS_TOKEN_IN_QUERY", "true",
                                    "ROSTER_PUBLIC_URL", "https://accounts.example.org/people",
                                    "ROSTER_CONTRACT_HOSTS", "login.example.org=@acme",
                                    "ROSTER_WEBHOOK_TRUSTED_HOSTS", "localhost"))
                    .get(0);
        }
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // In the store of the whole run, which closes what it holds when the run ends.
        context.getRoot()
                .getStore(Namespace.create(OpenRoster.class))
                .getOrComputeIfAbsent("server", key -> server(), RosterServer.class);
    }
}
