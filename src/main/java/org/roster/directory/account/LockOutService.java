package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.credential.guard.LockOut;
import org.roster.credential.guard.LockOuts;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** What administrators see and do about accounts that somebody tries to get into. */
@ApplicationScoped
public class LockOutService {

    @Inject
    UserService users;

    @Inject
    LockOuts lockOuts;

    @Inject
    Transactions transactions;

    /** @throws Refusal {@link Reason#USER_UNKNOWN} */
    public LockOut of(UUID tenant, UUID user) {
        return lockOuts.of(users.require(tenant, user).id());
    }

    /**
     * Forgets the wrong tries at an account. An account that an administrator has locked stays locked.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void end(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            var outranked = users.requireOutranked(caller, tenant, user);
            lockOuts.end(caller, tenant, outranked.id(), "administrator", true);
        });
    }
}
