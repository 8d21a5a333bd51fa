package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.user.AccountStep;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Mails that an administrator has sent to a user. The administrator starts the step; only the person, who reads the mail, can
 * end it (ASVS 6.4.6). Each method returns the id of the mail in the outbox.
 */
@ApplicationScoped
public class AccountMailService {

    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    UserService users;

    @Inject
    AccountService accounts;

    @Inject
    MailedTokens mailed;

    @Inject
    Transactions transactions;

    /**
     * Invites again somebody who has not accepted; the invitations of before are void.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VALUE_INVALID} for a user
     *     who is not invited, or has no address
     */
    public UUID invite(Caller caller, UUID tenant, UUID user) {
        return send(caller, tenant, user, AccountStep.INVITE_AGAIN, Purpose.INVITATION, AccountService.INVITATION);
    }

    /**
     * Asks the person to prove the address.
     *
     * @throws Refusal as {@link #invite}
     */
    public UUID askForProof(Caller caller, UUID tenant, UUID user) {
        return send(caller, tenant, user, AccountStep.ASK_FOR_PROOF, Purpose.VERIFICATION, DAY);
    }

    /**
     * Lets the person choose a new password. The present one stays good until then.
     *
     * @throws Refusal as {@link #invite}
     */
    public UUID reset(Caller caller, UUID tenant, UUID user) {
        return send(caller, tenant, user, AccountStep.ASK_FOR_RESET, Purpose.PASSWORD_RESET, AccountService.RESET);
    }

    /**
     * Asks at a new address whether it is the person's; once that is confirmed it takes the place of the present one.
     *
     * @throws Refusal as {@link #invite} and {@link AccountService#beginEmailChange}
     */
    public UUID changeEmail(Caller caller, UUID tenant, UUID user, String newEmail) {
        accounts.checkNewEmail(caller, tenant, user, newEmail);
        return transactions.write(() -> {
            var person = users.require(tenant, user);
            check(AccountStep.CHANGE_ADDRESS.possible(person));
            return Objects.requireNonNull(mailed.send(caller, person, Purpose.EMAIL_CHANGE, newEmail, false, DAY)
                    .mail());
        });
    }

    private UUID send(Caller caller, UUID tenant, UUID user, AccountStep step, Purpose purpose, Duration life) {
        users.requireOutranked(caller, tenant, user);
        return transactions.write(() -> {
            var person = users.require(tenant, user);
            check(step.possible(person));
            if (person.email() == null) {
                throw Refusal.invalid("email", "the user has no e-mail address");
            }
            return Objects.requireNonNull(
                    mailed.send(caller, person, purpose, life).mail());
        });
    }

    private static void check(boolean possible) {
        if (!possible) {
            throw Refusal.invalid("status", "the account is not in a state in which this can be done");
        }
    }
}
