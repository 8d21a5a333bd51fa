package org.roster.credential.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.roster.persistence.Transactions;

/** What tenants ask of passwords; a change is seen within two seconds on every node. */
@ApplicationScoped
public class PolicyStore {

    private final Cache<UUID, PasswordRules> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    @Inject
    PolicyRepository policies;

    @Inject
    Transactions transactions;

    public PasswordRules of(UUID tenant) {
        return transactions.pending() ? policies.of(tenant) : known.get(tenant, policies::of);
    }

    public void put(UUID tenant, PasswordRules rules) {
        transactions.run(() -> {
            policies.put(tenant, rules);
            transactions.afterCommit(() -> known.invalidate(tenant));
        });
    }

    public void remove(UUID tenant) {
        transactions.run(() -> {
            policies.remove(tenant);
            transactions.afterCommit(() -> known.invalidate(tenant));
        });
    }
}
