package org.roster.it;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Two nodes on one database, started at the same instant while it was empty, for all tests that need them or settings that
 * {@link SharedRoster} does not have: an SMTP server, a trusted proxy, host names, and a limit of wrong tries per address.
 */
public final class TwoNodes implements BeforeAllCallback {

    /** Wrong tries from one address that are looked at within ten minutes. */
    public static final int PER_ADDRESS = 50;

    private static Pair pair;

    private record Pair(RosterServer one, RosterServer other, Mailbox mailbox) implements AutoCloseable {

        @Override
        public void close() {
            one.close();
            other.close();
            mailbox.close();
        }
    }

    public static RosterServer one() {
        return pair().one();
    }

    public static RosterServer other() {
        return pair().other();
    }

    public static Mailbox mailbox() {
        return pair().mailbox();
    }

    private static synchronized Pair pair() {
        if (pair == null) {
            var mailbox = new Mailbox();
            var settings = new HashMap<>(mailbox.settings());
            settings.putAll(Map.of(
                    "ROSTER_TRUSTED_PROXIES",
                    "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1",
                    "ROSTER_LOGIN_FAILURES_PER_ADDRESS",
                    String.valueOf(PER_ADDRESS),
                    "ROSTER_CONTRACT_HOSTS",
                    "auth.example.org=econtext, usuarios.example.net=authservice, kyc.example.com=amani@kyc,"
                            + " soajs.example.io=urac, ecosys.example.ph=ecosys"));
            var nodes = RosterServer.startTogether("nodes", 2, settings);
            pair = new Pair(nodes.get(0), nodes.get(1), mailbox);
        }
        return pair;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // In the store of the whole run, which closes what it holds when the run ends.
        context.getRoot()
                .getStore(Namespace.create(TwoNodes.class))
                .getOrComputeIfAbsent("nodes", key -> pair(), Pair.class);
    }
}
