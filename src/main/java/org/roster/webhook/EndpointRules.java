package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.roster.directory.Checks;
import org.roster.persistence.JsonConverter;
import org.roster.refusal.Refusal;
import org.roster.system.SecretsKey;

/** What may be said of an endpoint. */
@ApplicationScoped
class EndpointRules {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_HEADERS = 10;
    private static final int LONGEST_VALUE = 1000;
    private static final int MOST_METADATA = 8 * 1024;
    private static final int MARK_BYTES = 4;

    /** RFC 9110, 5.6.2. */
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

    /** What the request itself says, what belongs to one hop alone, and credentials, since headers are shown. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "authorization",
            "connection",
            "cookie",
            "date",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");

    private static final List<String> RESERVED_PREFIXES = List.of("content-", "proxy-", "webhook-", "sec-");

    @Inject
    Guard guard;

    @Inject
    SecretsKey key;

    void check(NewEndpoint request) {
        Checks.text("description", request.description(), 1000);
        events(request.events());
        headers(request.headers());
        metadata(request.metadata());
        guard.check(request.url());
    }

    void check(EndpointChange change) {
        Checks.text("description", change.description().value(), 1000);
        change.events().ifValue(EndpointRules::events);
        change.headers().ifValue(EndpointRules::headers);
        change.metadata().ifValue(EndpointRules::metadata);
        change.url().ifValue(guard::check);
    }

    /** Where an address is, without what may be secret in it. */
    String origin(String url) {
        try {
            return guard.saved(url).origin();
        } catch (Refusal refusal) {
            return ""; // the operator trusts its host no more
        }
    }

    /** Tells two addresses apart without telling what they are. */
    String mark(String url) {
        var hash = SecretsKey.hmac(key.derive("marks of webhooks").getEncoded(), url.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES));
    }

    private static void events(List<String> events) {
        if (events.isEmpty() || events.size() > MOST_EVENTS) {
            throw Refusal.invalid("events", "must hold 1 to " + MOST_EVENTS + " names");
        }
        for (String name : events) {
            if (!EventTypes.subscribable(name)) {
                throw Refusal.invalid("events", "must hold names of events, such as user.created, user.* or *");
            }
        }
    }

    private static void headers(Map<String, String> headers) {
        var names = new TreeSet<String>();
        headers.forEach((name, value) -> {
            var small = name.toLowerCase(Locale.ROOT);
            if (!HEADER.matcher(name).matches()
                    || RESERVED.contains(small)
                    || RESERVED_PREFIXES.stream().anyMatch(small::startsWith)
                    || !names.add(small)) {
                throw Refusal.invalid(
                        "headers", "must have names that are no credential's and none of the request's own");
            }
            if (value.length() > LONGEST_VALUE
                    || !value.strip().equals(value)
                    || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw Refusal.invalid(
                        "headers", "must have values of at most " + LONGEST_VALUE + " printable ASCII characters");
            }
        });
        if (names.size() > MOST_HEADERS) {
            throw Refusal.invalid("headers", "must be at most " + MOST_HEADERS);
        }
    }

    private static void metadata(Map<String, Object> metadata) {
        if (JsonConverter.write(metadata).length() > MOST_METADATA) {
            throw Refusal.invalid("metadata", "must be at most " + MOST_METADATA + " characters of JSON");
        }
    }
}
