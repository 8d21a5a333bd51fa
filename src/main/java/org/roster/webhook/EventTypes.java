package org.roster.webhook;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.roster.event.Change;
import org.roster.event.EventType;

/** What a subscription may say: a name, {@code user.*}, or {@code *}. */
public final class EventTypes {

    /** A try of an endpoint: goes to that one, whatever it has subscribed to. */
    public static final String TEST = EventType.WEBHOOK_TEST.type();

    static final String ALL = "*";

    private static final Pattern GROUP = Pattern.compile("([a-z_]+)\\.\\*");

    private static final Set<String> NAMES =
            Arrays.stream(EventType.values()).map(EventType::type).collect(Collectors.toUnmodifiableSet());

    private EventTypes() {}

    /** Every name, sorted. */
    public static Set<String> all() {
        return new TreeSet<>(NAMES);
    }

    /** Whether something can be subscribed to under this name. */
    static boolean subscribable(String name) {
        var group = GROUP.matcher(name);
        return name.equals(ALL)
                || NAMES.contains(name)
                || group.matches() && NAMES.stream().anyMatch(known -> known.startsWith(group.group(1) + '.'));
    }

    /** Whether an endpoint with these subscriptions is to be told of a change. */
    static boolean wanted(WebhookEndpoint endpoint, Change change) {
        return change.type().equals(TEST)
                ? change.subject().equals(endpoint.id())
                : endpoint.events().stream().anyMatch(name -> matches(name, change.type()));
    }

    static boolean matches(String subscription, String type) {
        return subscription.equals(ALL)
                || subscription.equals(type)
                || subscription.endsWith(".*") && type.startsWith(subscription.substring(0, subscription.length() - 1));
    }
}
