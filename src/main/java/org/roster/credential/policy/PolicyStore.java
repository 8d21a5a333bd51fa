package org.roster.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;

/** What tenants ask of passwords; a change is seen within two seconds on every node. */
@ApplicationScoped
public class PolicyStore {

    private final Remembered<UUID, PasswordRules> known = new Remembered<>(10_000, Duration.ofSeconds(2));

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
            transactions.afterCommit(() -> known.forget(tenant));
        });
    }

    public void remove(UUID tenant) {
        transactions.run(() -> {
            policies.remove(tenant);
            transactions.afterCommit(() -> known.forget(tenant));
        });
    }
}
