package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.constraint.Names;
import org.roster.credential.guard.Guard;
import org.roster.credential.guard.SecretGuard;
import org.roster.directory.Changes;
import org.roster.directory.Field;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What people do about their own accounts. Each step that a token allows uses it up in the transaction of the change, so
 * that of several requests with one token exactly one has an effect. A token speaks for the person whom it was made for,
 * whatever the caller's own rights are.
 */
@ApplicationScoped
public class AccountService {

    /** An invited person sets a password just as somebody who forgot one does. */
    private static final Set<Purpose> RESETS = Set.of(Purpose.PASSWORD_RESET, Purpose.INVITATION);

    @Inject
    UserService users;

    @Inject
    SignInService signIn;

    @Inject
    OneTimeTokenService tokens;

    @Inject
    PinService pins;

    @Inject
    Guard guard;

    @Inject
    SecretGuard secrets;

    @Inject
    Changes changes;

    /**
     * Adds a user who is to set the password by a token.
     *
     * @param life how long the token is good
     * @throws Refusal as {@link UserService#add} and {@link PinService#set}
     */
    public Invited invite(Caller caller, NewUser request, Duration life, @Nullable NewPin pin) {
        return users.add(caller, request.status(UserStatus.PENDING_NEW), added -> {
            var user = added.user();
            var given = pin == null ? null : pins.give(caller, user.tenantId(), user.id(), pin);
            return new Invited(user, token(caller, user, Purpose.INVITATION, life), given);
        });
    }

    /**
     * Adds a user with a pin.
     *
     * @throws Refusal as {@link UserService#add} and {@link PinService#set}
     */
    public User add(Caller caller, NewUser request, NewPin pin) {
        return users.add(caller, request, added -> {
            pins.give(caller, added.user().tenantId(), added.user().id(), pin);
            return added.user();
        });
    }

    /**
     * Adds somebody who registers on their own.
     *
     * @param verify whether the address must be verified before the account can be used
     * @throws Refusal as {@link UserService#add}
     */
    public Registered register(Caller caller, NewUser request, boolean verify, Duration life) {
        return users.add(caller, request.status(verify ? UserStatus.PENDING_JOIN : UserStatus.ACTIVE), added -> {
            var user = added.user();
            var token = verify ? token(caller, user, Purpose.VERIFICATION, life) : null;
            return new Registered(user, token);
        });
    }

    /**
     * Makes a new token for somebody who was invited or has registered and has not used the one before, which is void.
     *
     * @return nothing if no such account waits for it
     */
    public Optional<String> remind(Caller caller, Source from, UUID tenant, String nameOrEmail, Duration life) {
        var user = users.byLoginName(tenant, nameOrEmail).orElse(null);
        boolean mayAsk = secrets.mayAsk(from, tenant, nameOrEmail, user == null ? null : user.id());
        if (user == null || !waits(user) || !mayAsk) {
            tokens.refuse(caller, tenant, Purpose.VERIFICATION);
            return Optional.empty();
        }
        var purpose = user.status() == UserStatus.PENDING_NEW ? Purpose.INVITATION : Purpose.VERIFICATION;
        return Optional.of(token(caller, user, purpose, life));
    }

    /**
     * Opens the account of somebody who has registered.
     *
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}
     */
    public User verify(Caller caller, Source from, UUID tenant, String token) {
        var ticket = look(from, tenant, token, Set.of(Purpose.VERIFICATION));
        var user = users.require(tenant, ticket.user());
        if (user.status() != UserStatus.PENDING_JOIN) {
            throw invalid();
        }
        var change = new UserChange().status(Field.of(UserStatus.ACTIVE));
        if (user.email() != null && user.email().equals(ticket.detail())) {
            change.emailVerified(Field.of(true)); // the address that the token was made for
        }
        return step(caller, user, change, token, Set.of(Purpose.VERIFICATION), done -> {});
    }

    /**
     * Makes a token for somebody who forgot the password; those made before are void. Whoever is asked for too often
     * keeps the last one.
     *
     * @param nameOrEmail a user name or an e-mail address
     * @return nothing if nobody who may use an account has this name
     */
    public Optional<String> forgotten(Caller caller, Source from, UUID tenant, String nameOrEmail, Duration life) {
        var user = users.byLoginName(tenant, nameOrEmail).orElse(null);
        boolean mayAsk = secrets.mayAsk(from, tenant, nameOrEmail, user == null ? null : user.id());
        if (user == null || !user.mayAct() || !mayAsk) {
            tokens.refuse(caller, tenant, Purpose.PASSWORD_RESET);
            return Optional.empty();
        }
        return Optional.of(token(caller, user, Purpose.PASSWORD_RESET, life));
    }

    /**
     * Sets a password by a token, opens the account if it waited for that, and ends its sessions.
     *
     * @param floor the least length of a password, in code points, that the caller's contract has published
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}, {@link Reason#PASSWORD_TOO_WEAK},
     *     {@link Reason#OVERLOADED}
     */
    public User reset(Caller caller, Source from, UUID tenant, String token, String newPassword, int floor) {
        var user = users.require(tenant, look(from, tenant, token, RESETS).user());
        boolean invited = user.status() == UserStatus.PENDING_NEW;
        if (!invited && !user.mayAct()) {
            throw invalid(); // what an administrator has closed, no old token opens
        }
        var change = new UserChange()
                .password(Field.of(newPassword))
                .passwordFloor(floor)
                .status(Field.of(UserStatus.ACTIVE));
        return step(caller, user, change, token, RESETS, done -> {
            guard.trust(from, done.id()); // whoever attacks the account meanwhile must not keep its owner out
            changes.happened(caller, tenant, "user.password_reset", "user", done.id(), Map.of());
        });
    }

    /**
     * Sets a password for somebody who gives the present one.
     *
     * @param floor the least length of a password, in code points, that the caller's contract has published
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#PASSWORD_WRONG}, {@link Reason#PASSWORD_TOO_WEAK},
     *     {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#RATE_LIMITED}, {@link Reason#OVERLOADED}
     */
    public User changePassword(
            Caller caller, Source from, UUID tenant, UUID user, String oldPassword, String newPassword, int floor) {
        if (!signIn.knows(from, tenant, user, oldPassword)) {
            throw new Refusal(Reason.PASSWORD_WRONG, "oldPassword", "the present password is another one");
        }
        var change = new UserChange().password(Field.of(newPassword)).passwordFloor(floor);
        // Who knows the password is the person, however little the token at hand allows.
        return users.change(caller.is(user) ? caller.asRoster(tenant) : caller, tenant, user, change, null);
    }

    /**
     * Makes a token that puts a new e-mail address in the place of a user's present one; those made before are void.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#EMAIL_TAKEN}, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VALUE_INVALID}
     */
    public String beginEmailChange(Caller caller, UUID tenant, UUID user, String newEmail, Duration life) {
        Names.faultOfEmail(newEmail).ifPresent(fault -> {
            throw Refusal.invalid("email", fault);
        });
        users.requireOutranked(caller, tenant, user);
        users.byLoginName(tenant, newEmail)
                .filter(other -> !other.id().equals(user))
                .ifPresent(other -> {
                    throw new Refusal(Reason.EMAIL_TAKEN, "email", "another user has this e-mail address");
                });
        return tokens.replace(caller, tenant, user, Purpose.EMAIL_CHANGE, newEmail, life);
    }

    /**
     * Puts the new address in place. It counts as not verified: the token may have reached the person by another way.
     *
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID}, {@link Reason#EMAIL_TAKEN}
     */
    public User confirmEmailChange(Caller caller, Source from, UUID tenant, String token) {
        var purposes = Set.of(Purpose.EMAIL_CHANGE);
        var ticket = look(from, tenant, token, purposes);
        var user = users.require(tenant, ticket.user());
        if (!user.mayAct() || ticket.detail() == null) {
            throw invalid();
        }
        return step(caller, user, new UserChange().email(Field.of(ticket.detail())), token, purposes, done -> {});
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
                secrets.wrong(from);
            }
            throw refusal;
        }
    }

    /** A token in the place of those before it, which remembers the address that it goes to. */
    private String token(Caller caller, User user, Purpose purpose, Duration life) {
        return tokens.replace(caller, user.tenantId(), user.id(), purpose, user.email(), life);
    }

    private static boolean waits(User user) {
        return (user.status() == UserStatus.PENDING_NEW || user.status() == UserStatus.PENDING_JOIN)
                && !user.accountLocked()
                && !user.accountExpired();
    }

    private static Refusal invalid() {
        return new Refusal(
                Reason.ONE_TIME_TOKEN_INVALID, "token", "the token is unknown, expired, used or for another step");
    }
}
