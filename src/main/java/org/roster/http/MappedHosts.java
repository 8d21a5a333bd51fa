package org.roster.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The host names that the operator has given to contracts, so that a partner changes nothing but DNS:
 * {@code auth.example.org=econtext, users.example.net=authservice@acme}. After an at sign stands the code of the tenant
 * that a request without a caller is about.
 */
@ApplicationScoped
public class MappedHosts {

    @Inject
    @ConfigProperty(name = "ROSTER_CONTRACT_HOSTS")
    Optional<String> contractHosts;

    Map<String, Mapped> hosts = Map.of();

    /** What a host name stands for. */
    record Mapped(@Nullable String contract, @Nullable String tenant) {}

    @PostConstruct
    void read() {
        hosts = parse(contractHosts.orElse(""));
    }

    /** @param host the value of the Host header, with or without a port; null for none */
    @Nullable
    Mapped of(@Nullable String host) {
        return host == null || hosts.isEmpty() ? null : hosts.get(name(host));
    }

    Collection<Mapped> all() {
        return hosts.values();
    }

    static Map<String, Mapped> parse(String setting) {
        var hosts = new HashMap<String, Mapped>();
        for (String entry : setting.split(",", -1)) {
            if (!entry.isBlank()) {
                int equals = entry.indexOf('=');
                if (equals < 1) {
                    throw new IllegalStateException("ROSTER_CONTRACT_HOSTS: '" + entry.strip()
                            + "' is not of the form host=contract or host=contract@tenant");
                }
                var target = entry.substring(equals + 1).strip().split("@", 2);
                var tenant = target.length == 2 && !target[1].isBlank() ? target[1].strip() : null;
                hosts.put(
                        name(entry.substring(0, equals).strip()),
                        new Mapped(target[0].isBlank() ? null : target[0].strip(), tenant));
            }
        }
        return Map.copyOf(hosts);
    }

    private static String name(String host) {
        // An IPv6 address has colons of its own, inside brackets.
        int colon = host.indexOf(':', host.startsWith("[") ? host.indexOf(']') : 0);
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
