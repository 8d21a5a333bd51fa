package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;

/** What is known of accounts that somebody tries to get into, and what ends their being held up. */
@ApplicationScoped
public class LockOuts {

    /** From this delay on an administrator should hear of it. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    @Inject
    TryRepository tries;

    @Inject
    Buckets buckets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    @Shared
    Clock clock;

    /** How a user's account stands now. */
    public LockOut of(UUID user) {
        var now = clock.instant();
        var counted = tries.of(buckets.user(Measure.ACCOUNT, user), now);
        var next = counted.lastAt().plus(Measure.ACCOUNT.delay(counted.failures()));
        boolean shutOut = Measure.ACCOUNT.shutsOut(counted.failures());
        return new LockOut(counted.failures(), !shutOut && next.isAfter(now) ? next : null, shutOut);
    }

    /**
     * Forgets all that was tried at a user's account, because somebody ends it or a new password was set.
     *
     * @param how what ends it, for the audit trail
     * @param always whether that is an event even if nothing was held up
     */
    public void end(Caller caller, UUID tenant, UUID user, String how, boolean always) {
        transactions.run(() -> {
            var account = buckets.user(Measure.ACCOUNT, user);
            int failures = tries.of(account, clock.instant()).failures();
            tries.remove(account);
            tries.forgiveAtPlaces(user);
            tries.remove(buckets.user(Measure.PRESENT, user));
            tries.remove(buckets.user(Measure.FACTOR, user));
            tries.remove(buckets.pin(tenant, user.toString()));
            if (always || told(failures)) {
                ended(caller, tenant, user, failures, how);
            }
        });
    }

    /** A wrong try was counted; what the administrators should hear of is told once. */
    void counted(Tried tried, int failures) {
        if (tried.measure() != Measure.ACCOUNT || tried.user() == null) {
            return;
        }
        boolean shutOut = Measure.ACCOUNT.shutsOut(failures);
        boolean first = shutOut ? !Measure.ACCOUNT.shutsOut(failures - 1) : told(failures) && !told(failures - 1);
        if (first) {
            var facts = Facts.of("failures", failures)
                    .and("shutOut", shutOut)
                    .and("address", tried.from().address())
                    .map();
            changes.happened(
                    Caller.system(tried.tenant(), tried.from()),
                    tried.tenant(),
                    "user.log_in_blocked",
                    "user",
                    tried.user(),
                    facts);
        }
    }

    /** A right password has ended it. */
    void loggedIn(Tried tried, int failures) {
        if (tried.measure() == Measure.ACCOUNT && tried.user() != null && told(failures)) {
            var roster = Caller.system(tried.tenant(), tried.from()).onBehalfOf(tried.user());
            ended(roster, tried.tenant(), tried.user(), failures, "log-in");
        }
    }

    private void ended(Caller caller, UUID tenant, UUID user, int failures, String how) {
        var facts = Facts.of("failures", failures).and("by", how).map();
        changes.happened(caller, tenant, "user.lock_out_ended", "user", user, facts);
    }

    private static boolean told(int failures) {
        return Measure.ACCOUNT.delay(failures).compareTo(WORTH_TELLING) > 0;
    }
}
