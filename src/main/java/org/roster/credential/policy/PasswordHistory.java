package org.roster.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.credential.Passwords;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Earlier passwords, where a tenant wants a new one to be new. */
@ApplicationScoped
public class PasswordHistory {

    @Inject
    PolicyStore policies;

    @Inject
    PolicyRepository hashes;

    @Inject
    Passwords passwords;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /**
     * Each password that is compared costs a hash.
     *
     * @param present the hash of the present password, which is the first that a new one must not be
     * @throws Refusal {@link Reason#PASSWORD_TOO_WEAK}, {@link Reason#OVERLOADED}
     */
    public void check(UUID tenant, UUID user, @Nullable String present, String password) {
        int asked = policies.of(tenant).history();
        if (asked == 0) {
            return;
        }
        boolean used = Stream.concat(Stream.ofNullable(present), hashes.hashes(user).stream())
                .limit(asked)
                .anyMatch(hash -> passwords.matches(password, hash));
        if (used) {
            throw new Refusal(
                    Reason.PASSWORD_TOO_WEAK,
                    "password",
                    asked == 1
                            ? "must not be the present one"
                            : "must not be one of the last " + asked + " that were in use");
        }
    }

    /** A password was replaced, inside the transaction that is open. No more are kept than the tenant asks for. */
    public void replaced(UUID tenant, UUID user, @Nullable String hash) {
        int asked = policies.of(tenant).history();
        transactions.run(() -> {
            if (asked > 1 && hash != null) {
                hashes.addHash(user, hash, clock.instant());
            }
            hashes.trim(user, Math.max(0, asked - 1)); // the present one is the first of them
        });
    }
}
