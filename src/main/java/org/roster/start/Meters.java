package org.roster.start;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;
import org.roster.event.EventType;
import org.roster.http.Failure;
import org.roster.refusal.Reason;
import org.roster.tally.Counted;
import org.roster.tally.Tally;

/**
 * The counters of {@code /metrics}. All of them are made at the start, from lists that the code knows: a label never holds what
 * somebody has sent, a series is there before its first count, and nothing is looked up in a registry while a request waits.
 */
final class Meters implements Tally.Sink {

    static final String NO_CONTRACT = "none";

    private static final String[] CLASSES = {"other", "1xx", "2xx", "3xx", "4xx", "5xx"};

    private final Map<String, Requests> requests = new HashMap<>();
    private final Map<String, Counter> refusals = new HashMap<>();
    private final Map<String, Counter> events = new HashMap<>();
    private final Map<Counted, Counter> others = new EnumMap<>(Counted.class);

    private record Requests(Timer timer, Counter[] byClass) {}

    Meters(MetricRegistry metrics, Collection<String> contracts) {
        Stream.concat(contracts.stream(), Stream.of(NO_CONTRACT))
                .forEach(contract -> requests.put(contract, requests(metrics, contract)));
        reasons()
                .forEach(why -> refusals.put(
                        why, counter(metrics, "roster_refusals", "Requests that were refused", new Tag("why", why))));
        Stream.of(EventType.values())
                .map(EventType::type)
                .forEach(type -> events.put(
                        type, counter(metrics, "roster_events", "Events that were committed", new Tag("type", type))));
        for (var what : Counted.values()) {
            others.put(what, other(metrics, what));
        }
    }

    private static Requests requests(MetricRegistry metrics, String contract) {
        var label = new Tag("contract", contract);
        var timer = metrics.timer(described("roster_request", "How long requests took"), label);
        var byClass = Arrays.stream(CLASSES)
                .map(status -> counter(
                        metrics, "roster_requests", "Requests that were answered", label, new Tag("status", status)))
                .toArray(Counter[]::new);
        return new Requests(timer, byClass);
    }

    private static Stream<String> reasons() {
        return Stream.concat(Stream.of(Reason.values()), Stream.of(Failure.Kind.values()))
                .map(Enum::name)
                .distinct();
    }

    private static Counter other(MetricRegistry metrics, Counted what) {
        return switch (what) {
            case TOKEN_ISSUED -> counter(metrics, "roster_tokens_issued", "Access tokens that were issued");
            case HASH_REFUSED ->
                counter(metrics, "roster_password_hashes_refused", "Passwords not hashed because too many waited");
            case MAIL_SENT -> tries(metrics, "roster_mail_tries", "sent");
            case MAIL_FAILED -> tries(metrics, "roster_mail_tries", "failed");
            case DELIVERY_SENT -> tries(metrics, "roster_delivery_tries", "sent");
            case DELIVERY_FAILED -> tries(metrics, "roster_delivery_tries", "failed");
        };
    }

    private static Counter tries(MetricRegistry metrics, String name, String outcome) {
        return counter(metrics, name, "Tries to hand one on", new Tag("outcome", outcome));
    }

    private static Counter counter(MetricRegistry metrics, String name, String description, Tag... tags) {
        return metrics.counter(described(name, description), tags);
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    @Override
    public void request(String contract, int status, long nanos) {
        var of = requests.get(contract);
        if (of != null) {
            of.timer().update(Duration.ofNanos(nanos));
            int hundreds = status / 100;
            of.byClass()[hundreds > 0 && hundreds < CLASSES.length ? hundreds : 0].inc();
        }
    }

    @Override
    public void refusal(String why) {
        add(refusals.get(why), 1);
    }

    @Override
    public void event(String type, long times) {
        add(events.get(type), times);
    }

    @Override
    public void count(Counted what) {
        add(others.get(what), 1);
    }

    private static void add(@Nullable Counter counter, long times) {
        if (counter != null) {
            counter.inc(times);
        }
    }
}
