package org.roster.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.roster.credential.HashGate;
import org.roster.credential.Passwords;
import org.roster.system.CryptoProviders;

/** What {@code /metrics} says of Roster itself, beside what the server says of requests, pools and memory. */
@ApplicationScoped
class Gauges {

    @Inject
    Instance<MetricRegistry> registry;

    @Inject
    HashGate gate;

    @Inject
    Passwords passwords;

    /** Registers them; a server without metrics does without. */
    void register() {
        if (!registry.isResolvable()) {
            return;
        }
        var metrics = registry.get();
        metrics.gauge("roster_password_hashes_waiting", gate::waiting);
        metrics.gauge("roster_argon2id", () -> 1, new Tag("implementation", passwords.implementation()));
        metrics.gauge("roster_es256", () -> 1, new Tag("provider", CryptoProviders.signing()));
    }
}
