package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.credential.Passwords;
import org.roster.credential.VerifiedPasswords;
import org.roster.credential.guard.Guard;
import org.roster.directory.factor.SecondFactorService;
import org.roster.directory.factor.SecondFactorService.Taken;
import org.roster.directory.tenant.TenantService;
import org.roster.event.Change;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Tells who a name and a password belong to. An unknown name, a wrong password and an account that may not log in are
 * one answer, at one cost (R30, R31).
 */
@ApplicationScoped
public class SignInService {

    /** Whether a tenant has guests may be remembered this long: most have none, and their log-ins ask nothing more. */
    private final Remembered<UUID, Boolean> hosts = new Remembered<>(10_000, Duration.ofSeconds(2));

    @Inject
    UserRepository users;

    @Inject
    TenantService tenants;

    @Inject
    Passwords passwords;

    @Inject
    VerifiedPasswords verified;

    @Inject
    SecondFactorService factors;

    @Inject
    LogIns logIns;

    @Inject
    Guard guard;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** What became of a log-in. */
    public enum Verdict {
        GOOD,
        /** An unknown name or a wrong password; which of them is never said. */
        WRONG,
        /** The password is right, but the account may not log in with it now. */
        NOT_OPEN,
        /** The password is right, and a code of the second factor has to come with it. */
        CODE_MISSING,
        /** The password is right, and a second factor has to be set up before the account may log in. */
        FACTOR_MISSING
    }

    /** The verdict, and the user unless it is {@link Verdict#WRONG}. */
    public record Attempt(Verdict verdict, @Nullable User user) {}

    /**
     * A log-in that tells its owner, and only its owner, that an account is out of use: whoever knows the password. Who
     * has a second factor gives its code too, in the place for it or right behind the password.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many wrong tries, {@link Reason#OVERLOADED}
     */
    public Attempt attempt(Source from, UUID tenant, String name, String password) {
        var user = find(tenant, name);
        var hash = user == null ? null : user.passwordHash();
        var given = user != null && user.mfa()
                ? GivenPassword.of(password, from.oneTimeCode())
                : new GivenPassword(password, null);
        try (var tried = guard.logIn(from, home(tenant, user), name, user == null ? null : user.id())) {
            if (!passwords.matches(given.password(), hash) || user == null || hash == null) {
                tried.wrong();
                return new Attempt(Verdict.WRONG, null);
            }
            var verdict = user.mayLogIn() ? secondFactor(from, user, given) : Verdict.NOT_OPEN;
            if (verdict != Verdict.GOOD) {
                tried.wrong();
                return new Attempt(verdict, verdict == Verdict.WRONG ? null : user);
            }
            var fresh = passwords.outdated(hash) ? passwords.hash(given.password()) : hash;
            transactions.run(() -> {
                users.loggedIn(user.tenantId(), user.id(), clock.instant(), hash, fresh);
                logIns.loggedIn(from, tenant, user, user.secondFactorDemanded() ? "password_and_code" : "password");
                tried.right();
            });
            return new Attempt(Verdict.GOOD, user);
        }
    }

    /** A wrong code is the same as a wrong password: which of them it was is never said. */
    private Verdict secondFactor(Source from, User user, GivenPassword given) {
        if (!user.secondFactorDemanded()) {
            return Verdict.GOOD;
        }
        if (factorMissing(user)) {
            return Verdict.FACTOR_MISSING;
        }
        if (given.code() == null) {
            return Verdict.CODE_MISSING;
        }
        var caller = Caller.system(user.tenantId(), from);
        try (var tried = guard.secondFactor(from, user.tenantId(), user.id())) {
            if (factors.accept(caller, user.tenantId(), user.id(), given.code()) == Taken.NO) {
                tried.wrong();
                return Verdict.WRONG;
            }
            tried.right();
            return Verdict.GOOD;
        }
    }

    /**
     * A log-in: the password is checked, the log-in noted, and an outdated hash replaced by one of today's.
     *
     * @param name a user name or an e-mail address
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many wrong tries, {@link Reason#OVERLOADED}
     */
    public Optional<User> logIn(Source from, UUID tenant, String name, String password) {
        var attempt = attempt(from, tenant, name, password);
        return attempt.verdict() == Verdict.GOOD ? Optional.ofNullable(attempt.user()) : Optional.empty();
    }

    /**
     * Whose credential this is, for a request that carries one by itself (HTTP Basic). A password that was right within
     * the last minute costs no hash and no look at the wrong tries.
     *
     * @throws Refusal {@link Reason#RATE_LIMITED} after too many wrong tries, {@link Reason#OVERLOADED}
     */
    public Optional<User> identify(Source from, UUID tenant, String name, String password) {
        var user = find(tenant, name);
        var hash = user == null ? null : user.passwordHash();
        if (user != null && enough(user) && verified.remembers(password, hash)) {
            return Optional.of(user);
        }
        try (var tried = guard.logIn(from, home(tenant, user), name, user == null ? null : user.id())) {
            if (verified.matches(password, hash) && user != null && enough(user)) {
                tried.passed();
                logIns.came(from, tenant, user);
                return Optional.of(user);
            }
            tried.wrong();
            return Optional.empty();
        }
    }

    /**
     * Whether this is the present password of a user who is logged in already.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RATE_LIMITED} after too many wrong tries,
     *     {@link Reason#OVERLOADED}
     */
    public boolean knows(Source from, UUID tenant, UUID user, String password) {
        var hash = users.byId(tenant, user)
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "user", "there is no such user"))
                .passwordHash();
        try (var tried = guard.presentPassword(from, tenant, user)) {
            boolean right = passwords.matches(password, hash);
            if (right) {
                tried.right();
            } else {
                tried.wrong();
            }
            return right;
        }
    }

    /** Whether a user who has proved before who they are may go on being logged in. */
    public boolean mayStay(User user) {
        return user.mayLogIn() && !factorMissing(user);
    }

    /** Whether a second factor is demanded that the user does not have. */
    private boolean factorMissing(User user) {
        return user.secondFactorDemanded()
                && (user.resetSecondFactor() || !factors.enrolled(user.tenantId(), user.id()));
    }

    void onChange(@Observes Change change) {
        if (change.type().equals("user.invited")) {
            transactions.afterCommit(() -> hosts.forget(change.tenant()));
        }
    }

    /** A code is good once, so it cannot come with every request: who has a second factor uses a token or a key. */
    private static boolean enough(User user) {
        return user.mayLogIn() && !user.secondFactorDemanded();
    }

    private static UUID home(UUID tenant, @Nullable User user) {
        return user == null ? tenant : user.tenantId();
    }

    /** Who is at home in the tenant comes first, then its guests, where the name is one guest's only. */
    private @Nullable User find(UUID tenant, String name) {
        if (name.length() > 254 || !tenants.active(tenant)) {
            return null;
        }
        // Looked for in any case, so that the time does not tell whether the name is somebody's (R31).
        boolean host = transactions.pending() ? users.hasGuests(tenant) : hosts.get(tenant, users::hasGuests);
        var guest = host
                ? users.guestByLoginName(tenant, name).filter(user -> tenants.active(user.tenantId()))
                : Optional.<User>empty();
        return users.byLoginName(tenant, name).or(() -> guest).orElse(null);
    }
}
