package org.roster.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.user.UserService;
import org.roster.event.Changes;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;

/**
 * Takes a person out of Roster. The events stay, in their order and with their times: that something was done, and when, is
 * still to be seen. What they tell of the person is blotted out, and its id, which is random, is all that is left of it.
 */
@ApplicationScoped
public class ErasureService {

    @Inject
    UserService users;

    @Inject
    AuditTrail trail;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    /**
     * Removes a user with all that belongs to it, its mails too, and blots it out of the audit trail, all or nothing.
     *
     * @throws Refusal as {@link UserService#remove}
     */
    public void erase(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            users.remove(caller, tenant, user, null);
            changes.happened(caller, tenant, "user.erased", "user", user, Map.of());
            trail.blotOut(user);
        });
    }
}
