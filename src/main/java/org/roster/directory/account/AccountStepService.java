package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.credential.guard.Guard;
import org.roster.credential.guard.SecretGuard;
import org.roster.directory.Field;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.user.AccountStep;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.event.Changes;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * The steps that one-time tokens allow. Each uses its token up in the transaction of the change, so that of several requests
 * with one token exactly one has an effect. A token speaks for the person whom it was made for, whatever the caller's own
 * rights are.
 */
@ApplicationScoped
public class AccountStepService {

    /** An invited person sets a password just as somebody who forgot one does. */
    private static final Set<Purpose> RESETS = Set.of(Purpose.PASSWORD_RESET, Purpose.INVITATION);

    @Inject
    UserService users;

    @Inject
    OneTimeTokenService tokens;

    @Inject
    Guard guard;

    @Inject
    SecretGuard secrets;

    @Inject
    Changes changes;

    /**
     * Takes it that the address is the person's who brings its token, and opens the account if it waited for that.
     *
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}
     */
    public User verify(Caller caller, Source from, UUID tenant, String token) {
        var ticket = look(from, tenant, token, Set.of(Purpose.VERIFICATION));
        var user = users.require(tenant, ticket.user());
        if (!AccountStep.VERIFY_ADDRESS.possible(user)) {
            throw invalid();
        }
        var change = new UserChange().status(Field.of(UserStatus.ACTIVE));
        prove(user, ticket, change);
        return step(caller, user, change, token, Set.of(Purpose.VERIFICATION), done -> {});
    }

    /**
     * Sets a password by a token, opens the account if it waited for that, and ends its sessions.
     *
     * @param floor the least length of a password, in code points, that the caller's contract has published, or null where
     *     the tenant's own rules hold
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}, {@link Reason#PASSWORD_TOO_WEAK},
     *     {@link Reason#OVERLOADED}
     */
    public User reset(
            Caller caller, Source from, UUID tenant, String token, String newPassword, @Nullable Integer floor) {
        var ticket = look(from, tenant, token, RESETS);
        var user = users.require(tenant, ticket.user());
        if (!AccountStep.ACCEPT_INVITATION.possible(user) && !AccountStep.RESET_PASSWORD.possible(user)) {
            throw invalid(); // what an administrator has closed, no old token opens
        }
        var change = new UserChange().password(Field.of(newPassword)).status(Field.of(UserStatus.ACTIVE));
        if (floor != null) {
            change.passwordFloor(floor);
        }
        prove(user, ticket, change);
        return step(caller, user, change, token, RESETS, done -> {
            guard.trust(from, done.id()); // whoever attacks the account meanwhile must not keep its owner out
            changes.happened(caller, tenant, "user.password_reset", "user", done.id(), Map.of());
        });
    }

    /**
     * Puts the new address in place. It counts as verified if the token has come by mail to it and by no other way.
     *
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}, {@link Reason#EMAIL_TAKEN}
     */
    public User confirmEmailChange(Caller caller, Source from, UUID tenant, String token) {
        var purposes = Set.of(Purpose.EMAIL_CHANGE);
        var ticket = look(from, tenant, token, purposes);
        var user = users.require(tenant, ticket.user());
        if (!AccountStep.CHANGE_ADDRESS.possible(user) || ticket.detail() == null) {
            throw invalid();
        }
        var change = new UserChange().email(Field.of(ticket.detail())).emailVerified(Field.of(ticket.mailed()));
        return step(caller, user, change, token, purposes, done -> {});
    }

    /** Changes the token's user as it was looked at, and uses the token up, in one transaction. */
    private User step(
            Caller caller, User user, UserChange change, String token, Set<Purpose> purposes, Consumer<User> then) {
        var tenant = user.tenantId();
        var roster = caller.asRoster(tenant);
        try {
            return users.change(roster, tenant, user.id(), change, user.version(), changed -> {
                tokens.redeem(roster, tenant, token, purposes);
                then.accept(changed);
                return changed;
            });
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.VERSION_STALE) {
                tokens.look(tenant, token, purposes); // by this very token, most likely
            }
            throw refusal;
        }
    }

    /** Looks at a token; wrong ones are counted at the address that they come from. */
    private OneTimeTokenService.Ticket look(Source from, UUID tenant, String token, Set<Purpose> purposes) {
        try {
            return tokens.look(tenant, token, purposes);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ONE_TIME_TOKEN_INVALID) {
                secrets.wrong(from, null);
            }
            throw refusal;
        }
    }

    /** A token that has come by mail to the address that the user still has proves it. */
    private static void prove(User user, OneTimeTokenService.Ticket ticket, UserChange change) {
        if (ticket.mailed() && user.email() != null && user.email().equals(ticket.detail())) {
            change.emailVerified(Field.of(true));
        }
    }

    private static Refusal invalid() {
        return new Refusal(
                Reason.ONE_TIME_TOKEN_INVALID, "token", "the token is unknown, expired, used or for another step");
    }
}
