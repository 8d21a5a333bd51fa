package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.roster.refusal.Refusal;

/**
 * Keeps webhooks out of the networks that Roster itself stands in (R45). An address is looked at when it is saved, and again
 * each time something is sent: whoever connects takes the addresses that this has looked at, and asks for none itself.
 */
@ApplicationScoped
class Guard {

    private final Resolver resolver;

    @Inject
    WebhookSettings settings;

    Guard() {
        this(InetAddress::getAllByName);
    }

    Guard(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** What was found is an address that nothing may be sent to. */
    static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * An address that is to be saved.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for one that nothing may be sent to
     */
    Destination check(String url) {
        var destination = Destination.of(url, trusted());
        try {
            addresses(destination);
        } catch (Forbidden e) {
            throw Refusal.invalid("url", "must not lead into a network that is not public");
        } catch (UnknownHostException e) {
            throw Refusal.invalid(
                    "url",
                    "must name a host that can be found; if there is one, the name service fails now: try again");
        }
        return destination;
    }

    /** An address that was saved; what was good then need not be so now. */
    Destination saved(String url) {
        return Destination.of(url, trusted());
    }

    /** Where a destination is at this moment: all of it public, or trusted by the operator. */
    List<InetAddress> addresses(Destination destination) throws UnknownHostException, Forbidden {
        var found = List.of(resolver.resolve(destination.host()));
        if (!trusted().contains(destination.host()) && !found.stream().allMatch(Addresses::isPublic)) {
            throw new Forbidden();
        }
        return found;
    }

    private Set<String> trusted() {
        return settings.trustedHosts();
    }
}
