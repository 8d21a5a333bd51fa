package org.roster.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.roster.credential.HashGate;
import org.roster.credential.Passwords;
import org.roster.http.Contract;
import org.roster.http.Contracts;
import org.roster.limit.Shares;
import org.roster.start.Backlogs.Queue;
import org.roster.system.CryptoProviders;
import org.roster.tally.Tally;

/** What {@code /metrics} says of Roster itself, beside what the server says of requests, pools and memory. */
@ApplicationScoped
class Gauges {

    @Inject
    Instance<MetricRegistry> registry;

    @Inject
    HashGate gate;

    @Inject
    Passwords passwords;

    @Inject
    Backlogs backlogs;

    @Inject
    Contracts contracts;

    @Inject
    Shares shares;

    @Inject
    Tally tally;

    /** Registers them; a server without metrics does without. */
    void register() {
        if (!registry.isResolvable()) {
            return;
        }
        var metrics = registry.get();
        tally.into(
                new Meters(metrics, contracts.all().stream().map(Contract::name).toList()));
        gauge(metrics, "roster_requests_working", "Requests that are being worked on", shares::working);
        gauge(metrics, "roster_password_hash_places", "Passwords that are hashed at once at the most", gate::places);
        gauge(metrics, "roster_password_hashes_running", "Passwords that are hashed now", gate::running);
        gauge(metrics, "roster_password_hashes_waiting", "Requests that wait for a hash", gate::waiting);
        gauge(
                metrics,
                "roster_argon2id",
                "What hashes",
                () -> 1,
                new Tag("implementation", passwords.implementation()));
        gauge(metrics, "roster_es256", "What signs", () -> 1, new Tag("provider", CryptoProviders.signing()));
        queue(metrics, "roster_events_unsealed", "Events without a place in the audit chain", Queue.EVENTS);
        queue(metrics, "roster_mails_waiting", "Mails that are still to be sent", Queue.MAILS);
        queue(
                metrics,
                "roster_deliveries_waiting",
                "Deliveries of webhooks in use that are still to be made",
                Queue.DELIVERIES);
        gauge(metrics, "roster_mails_dead", "Mails given up and still kept", () -> backlogs.dead(Queue.MAILS));
        gauge(
                metrics,
                "roster_deliveries_dead",
                "Deliveries given up and still kept",
                () -> backlogs.dead(Queue.DELIVERIES));
        backlogs.start();
    }

    private void queue(MetricRegistry metrics, String name, String description, Queue queue) {
        gauge(metrics, name, description, () -> backlogs.waiting(queue));
        gauge(metrics, name + "_age_seconds", description + ": the oldest", () -> backlogs.age(queue));
    }

    private static <N extends Number> void gauge(
            MetricRegistry metrics, String name, String description, Supplier<N> value, Tag... tags) {
        metrics.gauge(
                Metadata.builder().withName(name).withDescription(description).build(), value, tags);
    }
}
