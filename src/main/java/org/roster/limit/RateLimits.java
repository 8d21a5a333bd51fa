package org.roster.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Networks;

/**
 * The limits of a node: for each caller, for each tenant, and for each address as long as nobody is known to be behind its
 * requests.
 */
@ApplicationScoped
public class RateLimits {

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_CLIENT", defaultValue = "300000/60")
    String clientRate;

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_TENANT", defaultValue = "600000/60")
    String tenantRate;

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_ADDRESS", defaultValue = "6000/60")
    String addressRate;

    private @Nullable RateLimiter callers;
    private @Nullable RateLimiter tenants;
    private @Nullable RateLimiter addresses;

    @PostConstruct
    void open() {
        callers = limiter("client", "ROSTER_LIMIT_CLIENT", clientRate);
        tenants = limiter("tenant", "ROSTER_LIMIT_TENANT", tenantRate);
        addresses = limiter("address", "ROSTER_LIMIT_ADDRESS", addressRate);
    }

    /** Takes a request of a known caller out of its own quota, and if it was in that, out of its tenant's. */
    public List<Allowance> take(Caller caller) {
        var own = callers == null ? null : callers.take(caller.id());
        if (own != null && !own.granted()) {
            return some(own);
        }
        var ofTenant = tenants == null ? null : tenants.take(caller.tenant());
        return some(own, ofTenant);
    }

    /**
     * Takes a request that nobody is known to be behind out of its address's quota. The machine's own addresses have none: behind
     * a proxy that is not trusted they would be everybody's.
     */
    public List<Allowance> take(String address) {
        return addresses == null || Networks.ofThisMachine(address)
                ? List.of()
                : some(addresses.take(Networks.of(address)));
    }

    private static List<Allowance> some(@Nullable Allowance... some) {
        return Stream.of(some).filter(one -> one != null).toList();
    }

    private static @Nullable RateLimiter limiter(String policy, String setting, String rate) {
        return Rate.read(setting, rate)
                .map(some -> new RateLimiter(policy, some, System::nanoTime))
                .orElse(null);
    }
}
