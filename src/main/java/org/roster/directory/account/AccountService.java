package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.constraint.Names;
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
import org.roster.mail.MailKind;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** How accounts begin, and what people ask for about their own; {@link AccountStepService} is what tokens then allow. */
@ApplicationScoped
public class AccountService {

    /** How long an invitation is good, and a pin waits to be mailed. */
    static final Duration INVITATION = Duration.ofDays(2);

    /** A forgotten password is set anew at once or not at all (R36). */
    static final Duration RESET = Duration.ofHours(1);

    @Inject
    UserService users;

    @Inject
    SignInService signIn;

    @Inject
    OneTimeTokenService tokens;

    @Inject
    MailedTokens mailed;

    @Inject
    Letters letters;

    @Inject
    Transactions transactions;

    @Inject
    PinService pins;

    @Inject
    SecretGuard secrets;

    /**
     * Adds a user, who is invited by mail if that is the state that the request gives.
     *
     * @throws Refusal as {@link UserService#add}
     */
    public AddedUser add(Caller caller, NewUser request) {
        return users.add(caller, request, added -> {
            if (request.invited() && added.user().email() != null) {
                mailed.send(caller, added.user(), Purpose.INVITATION, INVITATION);
            }
            return added;
        });
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
            var mail = user.email() == null
                    ? null
                    : mailed.send(caller, user, Purpose.INVITATION, user.email(), true, life)
                            .mail();
            return new Invited(added, token, given, mail);
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
            return new Registered(
                    user,
                    verify
                            ? mailed.send(caller, user, Purpose.VERIFICATION, life)
                                    .token()
                            : null);
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
        return Optional.of(mailed.send(caller, user, purpose, life).token());
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
        return Optional.of(
                mailed.send(caller, user, Purpose.PASSWORD_RESET, life).token());
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
            mailed.send(caller, users.require(tenant, user), Purpose.EMAIL_CHANGE, newEmail, true, life);
            return token;
        });
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

    /** No token, and nothing that tells so. */
    private Optional<String> refuse(Caller caller, UUID tenant, Purpose purpose, String name, Duration life) {
        mailed.pretend(caller, tenant, purpose, name, life);
        return Optional.empty();
    }

    private String give(Caller caller, User user, NewPin wish) {
        var pin = pins.give(caller, user.tenantId(), user.id(), wish);
        if (wish.code() == null) {
            letters.send(caller, user, MailKind.PIN, pin, INVITATION); // nobody else can tell it to the person
        }
        return pin;
    }

    private static boolean waits(User user) {
        return AccountStep.INVITE_AGAIN.possible(user) || user.state() == AccountState.REGISTERED;
    }
}
