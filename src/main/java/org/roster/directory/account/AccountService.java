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
import org.roster.directory.Field;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.AccountState;
import org.roster.directory.user.AccountStep;
import org.roster.directory.user.AddedUser;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.event.Changes;
import org.roster.mail.MailKind;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * What people do about their own accounts. Each step that a token allows uses it up in the transaction of the change, so
 * that of several requests with one token exactly one has an effect. A token speaks for the person whom it was made for,
 * whatever the caller's own rights are.
 */
@ApplicationScoped
public class AccountService {

    /** How long an invitation is good, and a pin waits to be mailed. */
    static final Duration INVITATION = Duration.ofDays(2);

    /** A forgotten password is set anew at once or not at all (R36). */
    static final Duration RESET = Duration.ofHours(1);

    /** An invited person sets a password just as somebody who forgot one does. */
    private static final Set<Purpose> RESETS = Set.of(Purpose.PASSWORD_RESET, Purpose.INVITATION);

    @Inject
    UserService users;

    @Inject
    SignInService signIn;

    @Inject
    OneTimeTokenService tokens;

    @Inject
    Letters letters;

    @Inject
    Transactions transactions;

    @Inject
    PinService pins;

    @Inject
    Guard guard;

    @Inject
    SecretGuard secrets;

    @Inject
    Changes changes;

    /**
     * Adds a user, who is invited by mail if that is the state that the request gives.
     *
     * @throws Refusal as {@link UserService#add}
     */
    public AddedUser add(Caller caller, NewUser request) {
        return request.invited() ? invite(caller, request, INVITATION, null).added() : users.add(caller, request);
    }

    /**
     * Adds a user who is to set the password by a token. One goes out by mail, another is for the caller to hand on;
     * whichever is used first voids the other.
     *
     * @param life how long the tokens are good
     * @throws Refusal as {@link UserService#add} and {@link PinService#set}
     */
    public Invited invite(Caller caller, NewUser request, Duration life, @Nullable NewPin pin) {
        return users.add(caller, request.status(UserStatus.PENDING_NEW), added -> {
            var user = added.user();
            var given = pin == null ? null : give(caller, user, pin);
            var token = tokens.replace(caller, user.tenantId(), user.id(), Purpose.INVITATION, user.email(), life);
            return new Invited(added, token, given, mailed(caller, user, life).orElse(null));
        });
    }

    /**
     * Adds a user with a pin.
     *
     * @throws Refusal as {@link UserService#add} and {@link PinService#set}
     */
    public User add(Caller caller, NewUser request, NewPin pin) {
        return users.add(caller, request, added -> {
            give(caller, added.user(), pin);
            return added.user();
        });
    }

    /**
     * Draws a new pin for a user, at home in the caller's tenant or a guest of it, and mails it.
     *
     * @throws Refusal as {@link PinService#set}
     */
    public void drawPin(Caller caller, User user, boolean allowed) {
        transactions.run(() -> {
            var pin = pins.give(caller, caller.tenant(), user.id(), new NewPin(null, allowed));
            letters.send(caller, user, MailKind.PIN, pin, INVITATION);
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
            return new Registered(user, verify ? token(caller, user, Purpose.VERIFICATION, life) : null);
        });
    }

    /**
     * Sends a new token to somebody who was invited or has registered and has not used the one before, which is void.
     *
     * @return the token, for contracts whose operator lets it out; nothing if no such account waits for it
     */
    public Optional<String> remind(Caller caller, Source from, UUID tenant, String nameOrEmail, Duration life) {
        var user = users.byLoginName(tenant, nameOrEmail).orElse(null);
        boolean mayAsk = secrets.mayAsk(from, tenant, nameOrEmail, user == null ? null : user.id());
        if (user == null || !waits(user) || !mayAsk) {
            return refuse(caller, tenant, Purpose.VERIFICATION, nameOrEmail, life);
        }
        var purpose = AccountStep.INVITE_AGAIN.possible(user) ? Purpose.INVITATION : Purpose.VERIFICATION;
        return Optional.of(token(caller, user, purpose, life));
    }

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
     * Sends a token to somebody who forgot the password; those made before are void. Whoever is asked for too often keeps
     * the last one.
     *
     * @param nameOrEmail a user name or an e-mail address
     * @return the token, for contracts whose operator lets it out; nothing if nobody who may use an account has this name
     */
    public Optional<String> forgotten(Caller caller, Source from, UUID tenant, String nameOrEmail, Duration life) {
        var user = users.byLoginName(tenant, nameOrEmail).orElse(null);
        boolean mayAsk = secrets.mayAsk(from, tenant, nameOrEmail, user == null ? null : user.id());
        if (user == null || !AccountStep.ASK_FOR_RESET.possible(user) || !mayAsk) {
            return refuse(caller, tenant, Purpose.PASSWORD_RESET, nameOrEmail, life);
        }
        return Optional.of(token(caller, user, Purpose.PASSWORD_RESET, life));
    }

    /**
     * Another token for whoever asks for one: to set a password, or to go on with an invitation or a registration.
     *
     * @return nothing if there is no such account, which must not be told
     */
    public Optional<String> again(Caller caller, Source from, UUID tenant, String nameOrEmail) {
        boolean waits = users.byLoginName(tenant, nameOrEmail)
                .filter(AccountService::waits)
                .isPresent();
        return waits
                ? remind(caller, from, tenant, nameOrEmail, INVITATION)
                : forgotten(caller, from, tenant, nameOrEmail, RESET);
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
     * Sends a token to a new e-mail address that puts it in the place of the user's present one; those made before are
     * void. Another one is for the caller, who may be content with an address that nobody has proved.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#EMAIL_TAKEN}, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VALUE_INVALID}
     */
    public String beginEmailChange(Caller caller, UUID tenant, UUID user, String newEmail, Duration life) {
        checkNewEmail(caller, tenant, user, newEmail);
        return transactions.write(() -> {
            var token = tokens.replace(caller, tenant, user, Purpose.EMAIL_CHANGE, newEmail, life);
            var mailed = tokens.mail(caller, tenant, user, Purpose.EMAIL_CHANGE, newEmail, true, life);
            letters.send(caller, users.require(tenant, user), MailKind.EMAIL_CHANGE, newEmail, mailed, life);
            return token;
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
                secrets.wrong(from);
            }
            throw refusal;
        }
    }

    /** Whether a user may get this address, as far as can be seen now. */
    void checkNewEmail(Caller caller, UUID tenant, UUID user, String newEmail) {
        Names.faultOfEmail(newEmail).ifPresent(fault -> {
            throw Refusal.invalid("email", fault);
        });
        users.requireOutranked(caller, tenant, user);
        users.byLoginName(tenant, newEmail)
                .filter(other -> !other.id().equals(user))
                .ifPresent(other -> {
                    throw new Refusal(Reason.EMAIL_TAKEN, "email", "another user has this e-mail address");
                });
    }

    /** A token in the place of those before it, which goes out by mail to the address that it remembers. */
    private String token(Caller caller, User user, Purpose purpose, Duration life) {
        return transactions.write(() -> {
            var token = tokens.mail(caller, user.tenantId(), user.id(), purpose, user.email(), false, life);
            letters.send(caller, user, kind(purpose), token, life);
            return token;
        });
    }

    /** An invitation with a token of its own beside the one that the caller gets; its id. */
    private Optional<UUID> mailed(Caller caller, User user, Duration life) {
        if (user.email() == null) {
            return Optional.empty();
        }
        var token = tokens.mail(caller, user.tenantId(), user.id(), Purpose.INVITATION, user.email(), true, life);
        return letters.send(caller, user, MailKind.INVITATION, token, life);
    }

    /** No token and no letter, at the same cost. */
    private Optional<String> refuse(Caller caller, UUID tenant, Purpose purpose, String name, Duration life) {
        transactions.run(() -> {
            tokens.refuse(caller, tenant, purpose);
            letters.pretend(caller, tenant, kind(purpose), name, life);
        });
        return Optional.empty();
    }

    private String give(Caller caller, User user, NewPin wish) {
        var pin = pins.give(caller, user.tenantId(), user.id(), wish);
        if (wish.code() == null) {
            letters.send(caller, user, MailKind.PIN, pin, INVITATION); // nobody else can tell it to the person
        }
        return pin;
    }

    /** A token that has come by mail to the address that the user still has proves it. */
    private static void prove(User user, OneTimeTokenService.Ticket ticket, UserChange change) {
        if (ticket.mailed() && user.email() != null && user.email().equals(ticket.detail())) {
            change.emailVerified(Field.of(true));
        }
    }

    static MailKind kind(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> MailKind.INVITATION;
            case VERIFICATION -> MailKind.VERIFICATION;
            case PASSWORD_RESET -> MailKind.PASSWORD_RESET;
            case EMAIL_CHANGE -> MailKind.EMAIL_CHANGE;
            case SECOND_FACTOR -> throw new IllegalArgumentException("no mail brings the token of " + purpose);
        };
    }

    private static boolean waits(User user) {
        return AccountStep.INVITE_AGAIN.possible(user) || user.state() == AccountState.REGISTERED;
    }

    private static Refusal invalid() {
        return new Refusal(
                Reason.ONE_TIME_TOKEN_INVALID, "token", "the token is unknown, expired, used or for another step");
    }
}
